package dev.dovetail.http;

import dev.dovetail.json.Json;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An introspection as a text of lines, a quarter as long, of which each can be read without the others. The first tells
 * the roots, each other a type or a directive: {@code NAME KIND {…}}. In it a field is {@code [name, type, description,
 * arguments, reason why it is deprecated]}, an argument or input field {@code [name, type, description, default]}, a
 * value {@code [name, description, reason]}; what is at the end and says nothing is left out, and types stand as
 * GraphQL writes them: {@code [users!]!}.
 */
final class SchemaLines {
    private static final String DIRECTIVE = "DIRECTIVE";

    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private final ObjectNode roots = Json.object();

    private SchemaLines() {}

    /** @param introspection the answer to {@link IntrospectionQuery}, in the order of its fields */
    static byte[] of(byte[] introspection) {
        var made = new SchemaLines();
        // A type at a time: as one tree they would take hundreds of megabytes
        try (var parser = Json.parser(introspection)) {
            made.read(parser);
        }
        return made.lines.toByteArray();
    }

    private void read(JsonParser parser) {
        for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token != JsonToken.PROPERTY_NAME) {
                continue;
            }
            switch (parser.currentName()) {
                case "queryType" -> root("query", parser);
                case "mutationType" -> root("mutation", parser);
                case "subscriptionType" -> root("subscription", parser);
                case "types" -> {
                    Json.writeTo(lines, roots);
                    each(parser, type -> line(type, type.path("kind").asString(""), type(type)));
                }
                case "directives" -> each(parser, directive -> line(directive, DIRECTIVE, directive(directive)));
                default -> {}
            }
        }
    }

    private void root(String operation, JsonParser parser) {
        parser.nextToken();
        JsonNode type = parser.readValueAsTree();
        roots.set(operation, Json.string(text(type, "name")));
    }

    private interface Each {
        void see(JsonNode element);
    }

    private static void each(JsonParser parser, Each each) {
        parser.nextToken();
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            JsonNode element = parser.readValueAsTree();
            each.see(element);
        }
    }

    private void line(JsonNode named, String kind, ObjectNode rest) {
        var begin = "\n" + text(named, "name") + " " + kind + " ";
        lines.writeBytes(begin.getBytes(StandardCharsets.UTF_8));
        Json.writeTo(lines, rest);
    }

    private static ObjectNode type(JsonNode type) {
        var made = described(type);
        set(made, "fields", list(type.path("fields"), SchemaLines::field));
        set(made, "inputs", list(type.path("inputFields"), SchemaLines::input));
        set(made, "values", list(type.path("enumValues"), SchemaLines::value));
        set(made, "interfaces", list(type.path("interfaces"), SchemaLines::used));
        set(made, "possible", list(type.path("possibleTypes"), SchemaLines::used));
        return made;
    }

    private static ObjectNode directive(JsonNode directive) {
        var made = described(directive);
        made.set("locations", directive.path("locations"));
        set(made, "args", list(directive.path("args"), SchemaLines::input));
        return made;
    }

    private static ObjectNode described(JsonNode node) {
        var made = Json.object();
        var description = text(node, "description");
        if (description != null) {
            made.put("description", description);
        }
        return made;
    }

    private static JsonNode field(JsonNode field) {
        return row(
                field.path("name"),
                used(field.path("type")),
                field.path("description"),
                list(field.path("args"), SchemaLines::input),
                reason(field));
    }

    private static JsonNode input(JsonNode input) {
        return row(input.path("name"), used(input.path("type")), input.path("description"), input.path("defaultValue"));
    }

    private static JsonNode value(JsonNode value) {
        return row(value.path("name"), value.path("description"), reason(value));
    }

    /** What is deprecated for no reason given is so for GraphQL's own. */
    private static JsonNode reason(JsonNode node) {
        var reason = node.path("deprecationReason");
        return node.path("isDeprecated").asBoolean(false) && reason.isNull()
                ? Json.string("No longer supported")
                : reason;
    }

    private static JsonNode used(JsonNode type) {
        return Json.string(written(type));
    }

    private static String written(JsonNode type) {
        var kind = text(type, "kind");
        if ("NON_NULL".equals(kind)) {
            return written(type.path("ofType")) + "!";
        }
        return "LIST".equals(kind)
                ? "[" + written(type.path("ofType")) + "]"
                : type.path("name").asString("");
    }

    private interface Shape {
        JsonNode of(JsonNode element);
    }

    private static ArrayNode list(JsonNode elements, Shape shape) {
        var list = Json.array();
        elements.forEach(each -> list.add(shape.of(each)));
        return list;
    }

    private static ArrayNode row(JsonNode... cells) {
        var last = cells.length;
        while (last > 0 && cells[last - 1].isEmpty() && !cells[last - 1].isString()) {
            last--;
        }
        var row = Json.array();
        for (var cell = 0; cell < last; cell++) {
            row.add(cells[cell]);
        }
        return row;
    }

    private static void set(ObjectNode made, String key, ArrayNode list) {
        if (!list.isEmpty()) {
            made.set(key, list);
        }
    }

    private static @Nullable String text(JsonNode node, String key) {
        var text = node.path(key);
        return text.isString() ? text.asString() : null;
    }
}
