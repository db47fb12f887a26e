package dev.dovetail.metadata.project;

import dev.dovetail.graphql.ast.Value;
import dev.dovetail.graphql.syntax.ValuePrinter;
import dev.dovetail.json.Json;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * Writes the types of actions as SDL, in the reference's layout: each action is a type {@code Query} or
 * {@code Mutation} of its own, then come enums, input objects, objects and scalars; interfaces and unions, which the
 * reference does not know, stand around the objects.
 */
public final class ActionSdl {
    private final StringBuilder out = new StringBuilder();

    private ActionSdl() {}

    public static String write(JsonNode actions, JsonNode types) {
        var sdl = new ActionSdl();
        for (var action : actions) {
            sdl.action(action.path("name").asString(""), action.path("definition"));
        }
        types.path("enums").forEach(sdl::enumeration);
        types.path("input_objects").forEach(type -> sdl.fields("input", type));
        types.path("interfaces").forEach(type -> sdl.fields("interface", type));
        types.path("objects").forEach(type -> sdl.fields("type", type));
        types.path("unions").forEach(sdl::union);
        types.path("scalars").forEach(sdl::scalar);
        return sdl.out.toString();
    }

    /** Whether the list can stand in parentheses: of nothing but names and types, with descriptions perhaps. */
    static boolean arguments(JsonNode list) {
        return list instanceof ArrayNode array
                && array.valueStream()
                        .allMatch(argument -> argument.path("name").isString()
                                && argument.path("type").isString());
    }

    private void action(String name, JsonNode definition) {
        var query = definition.path("type").asString("").equals("query");
        out.append("type ").append(query ? "Query" : "Mutation").append(" {\n");
        var field = Json.object().put("name", name);
        field.set("type", definition.path("output_type"));
        field.set("arguments", definition.path("arguments"));
        field(field);
        out.append("}\n\n");
    }

    private void enumeration(JsonNode type) {
        start("enum", type);
        if (!type.path("values").isEmpty()) {
            out.append(" {\n");
            for (var value : type.path("values")) {
                description(value, "  ");
                out.append(value.path("value").asString("")).append('\n');
            }
            out.append('}');
        }
        out.append("\n\n");
    }

    private void fields(String keyword, JsonNode type) {
        start(keyword, type);
        if (!type.path("interfaces").isEmpty()) {
            var names = type.path("interfaces").valueStream().map(JsonNode::asString);
            out.append(" implements ").append(names.collect(Collectors.joining(" & ")));
        }
        if (!type.path("fields").isEmpty()) {
            out.append(" {\n");
            type.path("fields").forEach(this::field);
            out.append('}');
        }
        out.append("\n\n");
    }

    private void union(JsonNode type) {
        start("union", type);
        out.append(" = ");
        out.append(type.path("types").valueStream().map(JsonNode::asString).collect(Collectors.joining(" | ")));
        out.append("\n\n");
    }

    private void scalar(JsonNode type) {
        start("scalar", type);
        out.append("\n\n");
    }

    private void start(String keyword, JsonNode type) {
        description(type, "");
        out.append(keyword).append(' ').append(type.path("name").asString(""));
    }

    private void field(JsonNode field) {
        description(field, "  ");
        out.append(field.path("name").asString(""));
        var arguments = field.path("arguments");
        if (arguments(arguments) && !arguments.isEmpty()) {
            out.append("(\n");
            for (var argument : arguments) {
                description(argument, "    ");
                out.append(argument.path("name").asString("")).append(": ");
                out.append(argument.path("type").asString("")).append('\n');
            }
            out.append("  )");
        }
        out.append(": ").append(field.path("type").asString("")).append('\n');
    }

    /** As the reference writes it, unless reading that back would give another text. */
    private void description(JsonNode described, String indentation) {
        out.append(indentation);
        var text = described.path("description").asString("");
        if (text.isEmpty()) {
            return;
        }
        if (asBlock(text)) {
            out.append("\"\"\" ").append(text).append(" \"\"\" ");
        } else {
            var padded = text.startsWith(" ") && text.endsWith(" ") ? " " + text + " " : text;
            out.append(ValuePrinter.print(new Value.StringValue(padded))).append(' ');
        }
    }

    private static boolean asBlock(String text) {
        return text.equals(text.strip())
                && !text.contains("\"\"\"")
                && text.chars().noneMatch(c -> c < ' ');
    }

    /** What {@link #description} meant. */
    static String described(String literal) {
        var padded = literal.length() > 2 && literal.startsWith(" ") && literal.endsWith(" ");
        return padded ? literal.substring(1, literal.length() - 1) : literal;
    }
}
