package dev.dovetail.graphql;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What a column takes, by the name of its GraphQL scalar. A string is taken for every type, {@code Int} included: the
 * database reads it in the end. Everything else has to have the type's own shape.
 */
public final class ColumnScalars {
    private static final String LTREE =
            "Expecting label path: a sequence of zero or more labels separated by dots, for example L1.L2.L3";

    private static final Map<String, Rule> RULES = Map.ofEntries(
            Map.entry("Int", whole("PGInteger", Integer.SIZE)),
            Map.entry("smallint", whole("PGSmallInt", Short.SIZE)),
            Map.entry("bigint", whole("PGBigInt", Long.SIZE)),
            Map.entry("serial", whole("PGSerial", Integer.SIZE)),
            Map.entry("bigserial", whole("PGBigSerial", Long.SIZE)),
            Map.entry("Float", number("Float expected for input type: PGFloat", Numbers::binary32)),
            Map.entry("float8", number("Float expected for input type: PGDouble", Numbers::binary64)),
            Map.entry("numeric", number("Scientific", (value, _) -> value)),
            Map.entry("money", number("Scientific", (value, _) -> value)),
            Map.entry("Boolean", ColumnScalars::truth),
            Map.entry("String", text("Text")),
            Map.entry("bpchar", text("Char")),
            Map.entry("citext", text("Text")),
            Map.entry("date", text("Day")),
            Map.entry("timestamp", text("LocalTime")),
            Map.entry("timestamptz", text("UTCTime")),
            Map.entry("timetz", text("time")),
            Map.entry("uuid", text("UUID")),
            Map.entry("ltree", ColumnScalars::ltree),
            Map.entry("lquery", text("Text")),
            Map.entry("ltxtquery", text("Text")),
            Map.entry("json", (value, _) -> value),
            Map.entry("jsonb", (value, _) -> value),
            Map.entry("geometry", (value, _) -> value),
            Map.entry("geography", (value, _) -> value));

    private ColumnScalars() {}

    /** Whether more is known of the name than that it is a type of the database. */
    static boolean isKnown(String scalarName) {
        return RULES.containsKey(scalarName);
    }

    /**
     * Throws {@link ApiException} at {@code path}; JSON null is refused, for where it is allowed there is nothing to
     * check.
     */
    public static JsonNode coerce(String scalarName, JsonNode value, Path path) {
        if (value.isPojo()) {
            throw new ApiException(ErrorCode.PARSE_FAILED, path, "a file cannot be taken for type: " + scalarName);
        }
        if (value.isNull()) {
            throw ApiException.validation(path, "unexpected null value for type '" + scalarName + "'");
        }
        var rule = RULES.get(scalarName);
        if (value.isString()) {
            return scalarName.equals("ltree") ? ltree(value, path) : value;
        }
        // Arrays, where they are shown as scalars, are called as in Postgres: _text.
        if (rule == null && value.isArray() && scalarName.startsWith("_")) {
            return value;
        }
        if (rule == null) {
            throw new ApiException(ErrorCode.PARSE_FAILED, path, "A string is expected for type: " + scalarName);
        }
        return rule.coerce(value, path);
    }

    /** Postgres refuses such a pattern only where a row matches all that stands before the end. */
    static JsonNode likePattern(JsonNode value, Path path) {
        var pattern = value.asString();
        var end = pattern.length();
        while (end > 0 && pattern.charAt(end - 1) == '\\') {
            end--;
        }
        if ((pattern.length() - end) % 2 == 1) {
            throw new ApiException(ErrorCode.BAD_REQUEST, path, "LIKE pattern must not end with escape character");
        }
        return value;
    }

    private static Rule whole(String type, int bits) {
        return number("Integer expected for input type: " + type, (value, path) -> Numbers.integer(value, bits, path));
    }

    private static Rule number(String what, Rule bounds) {
        return (value, path) -> {
            if (!value.isNumber()) {
                throw failed(what, "Number", value, path);
            }
            return bounds.coerce(value, path);
        };
    }

    private static Rule text(String what) {
        return (value, path) -> {
            throw failed(what, "String", value, path);
        };
    }

    private static JsonNode truth(JsonNode value, Path path) {
        if (!value.isBoolean()) {
            throw failed("Bool", "Boolean", value, path);
        }
        return value;
    }

    /** The one type whose strings are looked at before the database does. */
    private static JsonNode ltree(JsonNode value, Path path) {
        var labels = value.isString() ? List.of(value.stringValue().split("\\.", -1)) : List.of("");
        if (labels.contains("")) {
            throw new ApiException(ErrorCode.PARSE_FAILED, path, LTREE);
        }
        return value;
    }

    private static ApiException failed(String what, String expected, JsonNode value, Path path) {
        return new ApiException(
                ErrorCode.PARSE_FAILED,
                path,
                "parsing " + what + " failed, expected " + expected + ", but encountered " + kind(value));
    }

    private static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "String";
            case NUMBER -> "Number";
            case BOOLEAN -> "Boolean";
            case ARRAY -> "Array";
            case OBJECT, POJO -> "Object";
            case NULL, MISSING, BINARY -> "Null";
        };
    }

    /** For every value but strings and null. */
    private interface Rule {
        JsonNode coerce(JsonNode value, Path path);
    }
}
