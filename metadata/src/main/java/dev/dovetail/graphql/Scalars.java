package dev.dovetail.graphql;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.Path;
import dev.dovetail.graphql.ast.Value;
import dev.dovetail.json.Json;
import java.math.BigInteger;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What GraphQL's own scalars accept. Every method throws {@link ApiException} at {@code path} for what is refused. */
public final class Scalars {
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,19}");
    private static final Map<String, String> EXPECTED = Map.of(
            "Int", "a 32-bit integer",
            "Float", "a float",
            "String", "a string",
            "Boolean", "a boolean",
            "ID", "a String or a 32-bit integer");

    private Scalars() {}

    /**
     * A value from the request's variables. An integer comes back in plain notation and an ID as a string, everything
     * else as it is. A scalar that is not GraphQL's own takes any value when nothing more is known of its name; for a
     * column use {@link ColumnScalars}.
     */
    public static JsonNode coerce(String scalarName, JsonNode value, Path path) {
        return coerce(scalarName, value, Json.kind(value), path);
    }

    /** A constant from the request's text: enum values are no strings here, and floats no integers. */
    public static JsonNode coerce(String scalarName, Value value, Path path) {
        var found = describe(value);
        return switch (value) {
            case Value.IntValue(var digits)
            when scalarName.equals("ID") -> JsonNodeFactory.instance.stringNode(digits.toString());
            case Value.FloatValue _
            when scalarName.equals("ID") || scalarName.equals("Int") -> throw refused(scalarName, found, path);
            case Value.EnumValue _ when EXPECTED.containsKey(scalarName) -> throw refused(scalarName, found, path);
            case Value _ -> coerce(scalarName, ValueJson.toJson(value), found, path);
        };
    }

    /** An {@code Int} that is zero or more, as {@code limit} takes it. */
    public static JsonNode nonNegativeInt(JsonNode value, Path path) {
        return nonNegativeInt(value, Json.kind(value), path);
    }

    public static JsonNode nonNegativeInt(Value value, Path path) {
        return nonNegativeInt(ValueJson.toJson(value), describe(value), path);
    }

    private static JsonNode nonNegativeInt(JsonNode value, String found, Path path) {
        if (value.isNumber() && value.decimalValue().signum() >= 0) {
            return Numbers.integer(value, Integer.SIZE, path);
        }
        throw mismatch("Int", "a non-negative 32-bit integer", found, path);
    }

    /** An {@code Int} of 64 bits that may also come as a string of digits, as {@code offset} takes it. */
    public static JsonNode bigInt(JsonNode value, Path path) {
        if (value.isNumber()) {
            return Numbers.integer(value, Long.SIZE, path);
        }
        if (value.isString() && DIGITS.matcher(value.stringValue()).matches()) {
            var digits = JsonNodeFactory.instance.numberNode(new BigInteger(value.stringValue()));
            return Numbers.integer(digits, Long.SIZE, path);
        }
        var expected = "a 32-bit integer, or a 64-bit integer represented as a string";
        throw mismatch("Int", expected, Json.kind(value), path);
    }

    /** The reference's words for a value that stands in the request's text. */
    public static String describe(Value value) {
        return switch (value) {
            case Value.Variable(var name) -> "no value specified for variable '" + name + "'";
            case Value.IntValue _ -> "an integer";
            case Value.FloatValue _ -> "a float";
            case Value.StringValue _ -> "a string";
            case Value.BooleanValue _ -> "a boolean";
            case Value.NullValue _ -> "null";
            case Value.EnumValue _ -> "an enum value";
            case Value.ListValue _ -> "a list";
            case Value.ObjectValue _ -> "an object";
        };
    }

    /** {@code expected a string for type 'String', but found a number}; both descriptions with their article. */
    public static ApiException mismatch(String typeName, String expected, String found, Path path) {
        return ApiException.validation(
                path, "expected " + expected + " for type '" + typeName + "', but found " + found);
    }

    private static JsonNode coerce(String scalarName, JsonNode value, String found, Path path) {
        var number = value.isNumber();
        var accepted = switch (scalarName) {
            case "Int" -> number ? Numbers.integer(value, Integer.SIZE, path) : null;
            case "Float" -> number ? Numbers.binary64(value, path) : null;
            case "String" -> value.isString() ? value : null;
            case "Boolean" -> value.isBoolean() ? value : null;
            case "ID" -> number ? text(Numbers.integer(value, Long.SIZE, path)) : value.isString() ? value : null;
            default -> ColumnScalars.isKnown(scalarName) ? ColumnScalars.coerce(scalarName, value, path) : value;
        };
        if (accepted == null) {
            throw refused(scalarName, found, path);
        }
        return accepted;
    }

    private static JsonNode text(JsonNode number) {
        return JsonNodeFactory.instance.stringNode(number.asString());
    }

    private static ApiException refused(String scalarName, String found, Path path) {
        return mismatch(scalarName, EXPECTED.getOrDefault(scalarName, "a value"), found, path);
    }
}
