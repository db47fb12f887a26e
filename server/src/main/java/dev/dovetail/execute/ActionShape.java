package dev.dovetail.execute;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.graphql.ScalarFormats;
import dev.dovetail.json.Json;
import dev.dovetail.model.Action;
import dev.dovetail.plan.Shape;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Checks a handler's answer against what its action promises, and picks what the client asked for. Leaves are told as
 * they came: a number where a string is promised stays a number, as in the reference.
 */
final class ActionShape {
    private static final Set<String> BUILT_IN = Set.of("Int", "Float", "String", "Boolean", "ID");

    /** The field under examination; null for the answer itself. */
    private final @Nullable String field;

    /** Whether scalars of Postgres must be what they say. */
    private final boolean strict;

    private ActionShape(@Nullable String field, boolean strict) {
        this.field = field;
        this.strict = strict;
    }

    static JsonNode apply(Shape shape, JsonNode answer) {
        return new ActionShape(null, false).value(shape, answer);
    }

    /** As {@link #apply}, as strict as the action wants it. */
    static JsonNode apply(Action action, Shape shape, JsonNode answer) {
        return new ActionShape(null, action.checksScalars()).value(shape, answer);
    }

    private JsonNode value(Shape shape, JsonNode value) {
        if (value.isNull()) {
            if (shape.nullable()) {
                return value;
            }
            throw fault(
                    field == null
                            ? "got null for the action webhook response"
                            : "expecting not null value for field " + quoted(field));
        }
        return switch (shape) {
            case Shape.Leaf(var type, var _) -> leaf(type, value);
            case Shape.EnumLeaf(var type, var values, var _) -> enumValue(type, values, value);
            case Shape.ListOf(var of, var _) -> list(of, value);
            case Shape.ObjectShape object -> object(object, value);
            case Shape.OneOf abstracted -> object(member(abstracted, value), value);
            case Shape.AnyOf _, Shape.Verbatim _ -> value;
        };
    }

    private JsonNode leaf(String type, JsonNode value) {
        if (strict && !ScalarFormats.fits(type, value)) {
            throw unexpected(value, type);
        }
        if (!BUILT_IN.contains(type)) {
            return value;
        }
        var fits = field == null
                ? switch (value.getNodeType()) {
                    case NUMBER -> type.equals("Int") || type.equals("Float");
                    case STRING -> type.equals("String") || type.equals("ID");
                    case BOOLEAN -> type.equals("Boolean");
                    case ARRAY, OBJECT, NULL, MISSING, BINARY, POJO -> false;
                }
                : value.isValueNode();
        if (fits) {
            return value;
        }
        throw unexpected(value, type);
    }

    private JsonNode enumValue(String type, Set<String> values, JsonNode value) {
        if (value.isString() && values.contains(value.stringValue())) {
            return value;
        }
        throw unexpected(value, type);
    }

    private JsonNode list(Shape of, JsonNode value) {
        if (!value.isArray()) {
            throw fault("expecting array for " + place());
        }
        var list = Json.array();
        value.forEach(item -> list.add(value(of, item)));
        return list;
    }

    private Shape.ObjectShape member(Shape.OneOf shape, JsonNode value) {
        if (!value.isObject()) {
            throw unexpected(value, shape.type());
        }
        var name = value.path("__typename");
        if (name.isMissingNode()) {
            throw fault("field \"__typename\" expected in webhook response, but not found");
        }
        var member = name.isString() ? shape.members().get(name.stringValue()) : null;
        if (member == null) {
            throw fault(
                    "got " + Json.write(name) + " for field \"__typename\" in the action webhook response, expecting "
                            + String.join(" or ", shape.members().keySet()));
        }
        return member;
    }

    private ObjectNode object(Shape.ObjectShape shape, JsonNode value) {
        if (!value.isObject()) {
            throw unexpected(value, shape.type());
        }
        var object = Json.object();
        for (var part : shape.fields()) {
            switch (part) {
                case Shape.Field.Taken(var key, var name, var of) -> object.set(key, taken(name, of, value.get(name)));
                case Shape.Field.TypeName(var key) -> object.put(key, shape.type());
                case Shape.Field.Present(var name) -> present(name, value.get(name));
                case Shape.Field.Joined(var key) -> object.putNull(key);
            }
        }
        return object;
    }

    private static void present(String name, @Nullable JsonNode value) {
        if (value == null) {
            throw fault("field " + quoted(name) + " expected in webhook response, but not found");
        }
        if (value.isNull()) {
            throw fault("expecting not null value for field " + quoted(name));
        }
    }

    private JsonNode taken(String name, Shape of, @Nullable JsonNode value) {
        if (value != null) {
            return new ActionShape(name, strict).value(of, value);
        }
        if (of.nullable()) {
            return Json.string(null);
        }
        throw fault("field " + quoted(name) + " expected in webhook response, but not found");
    }

    /** The reference says String of a number too. */
    private ApiException unexpected(JsonNode value, String type) {
        var kind = switch (value.getNodeType()) {
            case ARRAY -> "array";
            case OBJECT, POJO -> "object";
            case BOOLEAN -> "scalar Boolean";
            case NUMBER, STRING, BINARY, NULL, MISSING -> "scalar String";
        };
        return fault("got " + kind + " for " + place() + ", expecting " + type);
    }

    private String place() {
        return field == null
                ? "the action webhook response"
                : "field " + quoted(field) + " in the action webhook response";
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }

    private static ApiException fault(String message) {
        return new ApiException(ErrorCode.UNEXPECTED, Path.ROOT, message);
    }
}
