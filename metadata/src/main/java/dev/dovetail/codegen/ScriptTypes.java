package dev.dovetail.codegen;

import dev.dovetail.codegen.Shape.Choice;
import dev.dovetail.codegen.Shape.Field;
import dev.dovetail.codegen.Shape.Scalar;
import dev.dovetail.codegen.Shape.Structure;
import dev.dovetail.graphql.ast.TypeSyntax;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The types of an action in TypeScript, which comments of JavaScript take too. */
final class ScriptTypes {
    private static final Set<String> TAKEN =
            Set.of("Arguments", "Array", "Object", "Promise", "Record", "Refused", "Request", "Response", "Error");

    private final Program program;

    ScriptTypes(Program program) {
        this.program = program;
    }

    /** Comments that editors understand. */
    String documented() {
        var types = new StringBuilder(documented("Arguments", program.arguments()));
        for (var shape : program.types().values()) {
            types.append(
                    switch (shape) {
                        case Structure(var name, var fields, var _) -> documented(name(name), fields);
                        case Choice choice ->
                            "\n/** @typedef {" + values(choice) + "} " + name(choice.name()) + " */\n";
                        case Scalar _ -> "";
                    });
        }
        return types.toString();
    }

    private String documented(String name, List<Field> fields) {
        return fields.stream()
                .map(field -> " * @property {" + type(field.type()) + "} "
                        + (field.type().nullable() ? "[" + field.name() + "]" : field.name()) + "\n")
                .collect(Collectors.joining("", "\n/**\n * @typedef {object} " + name + "\n", " */\n"));
    }

    String declared() {
        var types = new StringBuilder(declared("Arguments", program.arguments()));
        for (var shape : program.types().values()) {
            types.append(
                    switch (shape) {
                        case Structure(var name, var fields, var _) -> declared(name(name), fields);
                        case Choice choice -> "\nexport type " + name(choice.name()) + " = " + values(choice) + ";\n";
                        case Scalar _ -> "";
                    });
        }
        return types.toString();
    }

    private String declared(String name, List<Field> fields) {
        return fields.stream()
                .map(field ->
                        "  " + field.name() + (field.type().nullable() ? "?: " : ": ") + type(field.type()) + ";\n")
                .collect(Collectors.joining("", "\nexport interface " + name + " {\n", "}\n"));
    }

    private static String values(Choice choice) {
        return choice.values().stream().map(value -> "'" + value + "'").collect(Collectors.joining(" | "));
    }

    String type(TypeSyntax type) {
        return switch (type) {
            case TypeSyntax.NonNull(var of) -> bare(of);
            case TypeSyntax.ListOf _, TypeSyntax.Named _ -> bare(type) + " | null";
        };
    }

    private String bare(TypeSyntax type) {
        return switch (type) {
            case TypeSyntax.NonNull(var of) -> bare(of);
            case TypeSyntax.ListOf(var of) -> "Array<" + type(of) + ">";
            case TypeSyntax.Named(var name) ->
                switch (program.shape(name)) {
                    case Structure _, Choice _ -> name(name);
                    case Scalar(var _, var basic) ->
                        switch (basic) {
                            case INTEGER, NUMBER -> "number";
                            case LONG -> "number | string";
                            case TEXT -> "string";
                            case TRUTH -> "boolean";
                            case ANY -> "any";
                        };
                };
        };
    }

    private static String name(String type) {
        return TAKEN.contains(type) ? type + "Type" : type;
    }
}
