package dev.dovetail.graphql.sdl;

import dev.dovetail.graphql.ast.Directive;
import dev.dovetail.graphql.ast.Value;
import dev.dovetail.graphql.sdl.TypeDefinition.EnumDefinition;
import dev.dovetail.graphql.sdl.TypeDefinition.InputObjectDefinition;
import dev.dovetail.graphql.sdl.TypeDefinition.InterfaceDefinition;
import dev.dovetail.graphql.sdl.TypeDefinition.ObjectDefinition;
import dev.dovetail.graphql.sdl.TypeDefinition.ScalarDefinition;
import dev.dovetail.graphql.sdl.TypeDefinition.UnionDefinition;
import dev.dovetail.graphql.syntax.ValuePrinter;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes type definitions as SDL text that reads back as equal definitions. GraphQL's own scalars are left out. */
public final class SdlPrinter {
    private static final Set<String> OWN_SCALARS = Set.of("Int", "Float", "String", "Boolean", "ID");

    private final StringBuilder out = new StringBuilder();

    private SdlPrinter() {}

    public static String print(TypeDefinitions definitions) {
        var printer = new SdlPrinter();
        printer.roots(definitions);
        definitions.types().values().stream()
                .filter(type -> !(type instanceof ScalarDefinition && OWN_SCALARS.contains(type.name())))
                .forEach(printer::type);
        return printer.out.toString();
    }

    public static String print(TypeDefinition definition) {
        var printer = new SdlPrinter();
        printer.type(definition);
        return printer.out.toString();
    }

    private void roots(TypeDefinitions definitions) {
        out.append("schema {\n  query: ").append(definitions.queryType()).append('\n');
        if (definitions.mutationType() != null) {
            out.append("  mutation: ").append(definitions.mutationType()).append('\n');
        }
        if (definitions.subscriptionType() != null) {
            out.append("  subscription: ")
                    .append(definitions.subscriptionType())
                    .append('\n');
        }
        out.append("}\n");
    }

    private void type(TypeDefinition type) {
        if (!out.isEmpty()) {
            out.append('\n');
        }
        description("", type.description());
        switch (type) {
            case ScalarDefinition(var name, var _) ->
                out.append("scalar ").append(name).append('\n');
            case EnumDefinition(var name, var _, var values) -> {
                out.append("enum ").append(name);
                body(values, this::enumValue);
            }
            case ObjectDefinition(var name, var _, var fields, var interfaces) -> {
                out.append("type ").append(name);
                out.append(interfaces.isEmpty() ? "" : " implements " + String.join(" & ", interfaces));
                body(fields, this::field);
            }
            case InterfaceDefinition(var name, var _, var fields, var _) -> {
                out.append("interface ").append(name);
                body(fields, this::field);
            }
            case UnionDefinition(var name, var _, var members) ->
                out.append("union ")
                        .append(name)
                        .append(members.isEmpty() ? "" : " = " + String.join(" | ", members))
                        .append('\n');
            case InputObjectDefinition(var name, var _, var fields) -> {
                out.append("input ").append(name);
                body(fields, input -> {
                    description("  ", input.description());
                    input(input, out.append("  "));
                    out.append('\n');
                });
            }
        }
    }

    private <T> void body(List<T> members, Consumer<T> print) {
        if (members.isEmpty()) {
            out.append('\n');
            return;
        }
        out.append(" {\n");
        members.forEach(print);
        out.append("}\n");
    }

    private void enumValue(EnumValueDefinition value) {
        description("  ", value.description());
        out.append("  ").append(value.name());
        deprecation(value.deprecation());
        out.append('\n');
    }

    private void field(FieldDefinition field) {
        description("  ", field.description());
        out.append("  ").append(field.name());
        if (!field.arguments().isEmpty()) {
            var open = "(";
            for (var argument : field.arguments()) {
                out.append(open);
                if (argument.description() != null) {
                    out.append(ValuePrinter.print(new Value.StringValue(argument.description())))
                            .append(' ');
                }
                input(argument, out);
                open = ", ";
            }
            out.append(')');
        }
        out.append(": ").append(field.type());
        deprecation(field.deprecation());
        out.append('\n');
    }

    private static void input(InputDefinition input, StringBuilder out) {
        out.append(input.name()).append(": ").append(input.type());
        if (input.defaultValue() != null) {
            ValuePrinter.print(input.defaultValue(), out.append(" = "));
        }
        input.directives().forEach(directive -> directive(directive, out.append(' ')));
    }

    private static void directive(Directive directive, StringBuilder out) {
        out.append('@').append(directive.name());
        if (!directive.arguments().isEmpty()) {
            ValuePrinter.fields(directive.arguments(), '(', ')', out);
        }
    }

    private void deprecation(@Nullable String reason) {
        if (reason != null) {
            out.append(" @deprecated(reason: ")
                    .append(ValuePrinter.print(new Value.StringValue(reason)))
                    .append(')');
        }
    }

    private void description(String indentation, @Nullable String description) {
        if (description != null) {
            out.append(indentation)
                    .append(ValuePrinter.print(new Value.StringValue(description)))
                    .append('\n');
        }
    }
}
