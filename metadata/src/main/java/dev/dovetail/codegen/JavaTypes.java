package dev.dovetail.codegen;

import dev.dovetail.codegen.Shape.Choice;
import dev.dovetail.codegen.Shape.Field;
import dev.dovetail.codegen.Shape.Scalar;
import dev.dovetail.codegen.Shape.Structure;
import dev.dovetail.graphql.ast.TypeSyntax;
import java.util.List;
import java.util.stream.Collectors;

/** The types of an action as records and enums of Java, nested in its class. */
final class JavaTypes {
    private final Program program;
    private final boolean annotated;

    /** @param annotated for Jackson; else the code reads and writes JSON itself */
    JavaTypes(Program program, boolean annotated) {
        this.program = program;
        this.annotated = annotated;
    }

    /** Indented by four. */
    String all() {
        var types = new StringBuilder(structure(new Structure("Arguments", program.arguments(), true), "Arguments"));
        for (var shape : program.types().values()) {
            types.append("\n")
                    .append(
                            switch (shape) {
                                case Structure structure -> structure(structure, JavaNames.type(structure.name()));
                                case Choice choice -> choice(choice);
                                case Scalar _ -> "";
                            });
        }
        return types.toString().indent(4).replaceAll("(?m)^ +$", "").stripTrailing();
    }

    private String structure(Structure structure, String name) {
        var components = structure.fields().stream()
                .map(field -> (annotated ? "@JsonProperty(\"" + field.name() + "\") " : "") + type(field.type()) + " "
                        + JavaNames.field(field.name()))
                .collect(Collectors.joining(", "));
        if (annotated) {
            return "public record " + name + "(" + components + ") {}\n";
        }
        return structure.sent() ? sent(name, components, structure.fields()) : answered(name, components, structure);
    }

    private String sent(String name, String components, List<Field> fields) {
        var read = fields.stream()
                .map(field -> read(field.type(), "object.get(\"" + field.name() + "\")", 0))
                .collect(Collectors.joining(",\n                "));
        return """
                record %s(%s) {
                    static %s of(Object json) {
                        if (json == null) {
                            return null;
                        }
                        var object = Json.object(json);
                        return new %s(
                                %s);
                    }
                }
                """.formatted(name, components, name, name, read);
    }

    private static String answered(String name, String components, Structure structure) {
        var put = structure.fields().stream()
                .map(field -> "        object.put(\"" + field.name() + "\", " + JavaNames.field(field.name()) + ");\n")
                .collect(Collectors.joining());
        return """
                record %s(%s) implements Json.Value {
                    @Override
                    public Object json() {
                        var object = new java.util.LinkedHashMap<String, Object>();
                %s        return object;
                    }
                }
                """.formatted(name, components, put);
    }

    private String choice(Choice choice) {
        var name = JavaNames.type(choice.name());
        var constants = choice.values().stream()
                .map(value -> annotated
                        ? "    @JsonProperty(\"" + value + "\")\n    " + JavaNames.field(value)
                        : "    " + JavaNames.field(value) + "(\"" + value + "\")")
                .collect(Collectors.joining(",\n"));
        if (annotated) {
            return "public enum " + name + " {\n" + constants + "\n}\n";
        }
        return """
                enum %s implements Json.Value {
                %s;

                    private final String text;

                    %s(String text) {
                        this.text = text;
                    }

                    static %s of(Object json) {
                        for (var each : values()) {
                            if (each.text.equals(json)) {
                                return each;
                            }
                        }
                        return null;
                    }

                    @Override
                    public Object json() {
                        return text;
                    }
                }
                """.formatted(name, constants, name, name);
    }

    String type(TypeSyntax type) {
        return switch (type) {
            case TypeSyntax.NonNull(var of) -> type(of);
            case TypeSyntax.ListOf(var of) -> "java.util.List<" + type(of) + ">";
            case TypeSyntax.Named(var name) ->
                switch (program.shape(name)) {
                    case Structure _, Choice _ -> JavaNames.type(name);
                    case Scalar(var _, var basic) ->
                        switch (basic) {
                            case INTEGER -> "Integer";
                            case LONG -> "Long";
                            case NUMBER -> "Double";
                            case TEXT -> "String";
                            case TRUTH -> "Boolean";
                            case ANY -> "Object";
                        };
                };
        };
    }

    private String read(TypeSyntax type, String json, int depth) {
        return switch (type) {
            case TypeSyntax.NonNull(var of) -> read(of, json, depth);
            case TypeSyntax.ListOf(var of) -> {
                var item = "item" + depth;
                yield "Json.list(" + json + ", " + item + " -> " + read(of, item, depth + 1) + ")";
            }
            case TypeSyntax.Named(var name) ->
                switch (program.shape(name)) {
                    case Structure(var _, var _, var sent) ->
                        sent ? JavaNames.type(name) + ".of(" + json + ")" : "null";
                    case Choice _ -> JavaNames.type(name) + ".of(" + json + ")";
                    case Scalar(var _, var basic) ->
                        switch (basic) {
                            case INTEGER -> "Json.integer(" + json + ")";
                            case LONG -> "Json.longer(" + json + ")";
                            case NUMBER -> "Json.number(" + json + ")";
                            case TEXT -> "Json.text(" + json + ")";
                            case TRUTH -> "(Boolean) " + json;
                            case ANY -> json;
                        };
                };
        };
    }

    /** An expression for an answer that fits. */
    String sample() {
        return sample(program.output(), true, 0);
    }

    private String sample(TypeSyntax type, boolean wanted, int depth) {
        return switch (type) {
            case TypeSyntax.NonNull(var of) -> sample(of, true, depth);
            case TypeSyntax.ListOf(var of) -> "java.util.List.of(" + (depth == 0 ? sample(of, true, 1) : "") + ")";
            case TypeSyntax.Named(var name) ->
                switch (program.shape(name)) {
                    case Structure structure -> wanted ? made(structure, depth) : "null";
                    case Choice(var _, var values) ->
                        JavaNames.type(name) + "." + JavaNames.field(values.isEmpty() ? "" : values.getFirst());
                    case Scalar(var _, var basic) ->
                        switch (basic) {
                            case INTEGER -> "1";
                            case LONG -> "1L";
                            case NUMBER -> "1.0";
                            case TEXT -> Literals.quoted(Sample.text(name));
                            case TRUTH -> "true";
                            case ANY -> "java.util.Map.of()";
                        };
                };
        };
    }

    private String made(Structure structure, int depth) {
        return structure.fields().stream()
                .map(field -> sample(field.type(), false, depth + 1))
                .collect(Collectors.joining(", ", "new " + JavaNames.type(structure.name()) + "(", ")"));
    }
}
