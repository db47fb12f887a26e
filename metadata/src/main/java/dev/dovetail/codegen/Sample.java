package dev.dovetail.codegen;

import dev.dovetail.graphql.ast.TypeSyntax;
import dev.dovetail.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** An answer that fits an action's output type, for a handler that nobody has filled in yet. */
final class Sample {
    private static final int DEEPEST = 20;

    private final Program program;

    private Sample(Program program) {
        this.program = program;
    }

    static JsonNode of(Program program) {
        return new Sample(program).of(program.output(), true, 0);
    }

    /** @param wanted whether it is there although it could be null */
    private JsonNode of(TypeSyntax type, boolean wanted, int depth) {
        return switch (type) {
            case TypeSyntax.NonNull(var of) -> of(of, true, depth);
            case TypeSyntax.ListOf(var of) -> {
                var list = Json.array();
                yield depth == 0 ? list.add(of(of, true, 1)) : list;
            }
            case TypeSyntax.Named(var name) -> named(name, wanted, depth);
        };
    }

    private JsonNode named(String name, boolean wanted, int depth) {
        return switch (program.shape(name)) {
            case Shape.Structure structure -> {
                if (!wanted || depth > DEEPEST) {
                    yield JsonNodeFactory.instance.nullNode();
                }
                var object = Json.object();
                structure.fields().forEach(field -> object.set(field.name(), of(field.type(), false, depth + 1)));
                yield object;
            }
            case Shape.Choice(var _, var values) -> Json.string(values.isEmpty() ? "" : values.getFirst());
            case Shape.Scalar(var scalar, var basic) -> scalar(scalar, basic);
        };
    }

    private static JsonNode scalar(String name, Basic basic) {
        return switch (basic) {
            case INTEGER, LONG, NUMBER -> JsonNodeFactory.instance.numberNode(1);
            case TRUTH -> JsonNodeFactory.instance.booleanNode(true);
            case ANY -> Json.object();
            case TEXT -> Json.string(text(name));
        };
    }

    static String text(String scalar) {
        return switch (scalar) {
            case "uuid" -> "00000000-0000-0000-0000-000000000000";
            case "date" -> "2000-01-01";
            case "time" -> "00:00:00";
            case "timetz" -> "00:00:00Z";
            case "timestamp", "timestamptz" -> "2000-01-01T00:00:00Z";
            default -> "";
        };
    }
}
