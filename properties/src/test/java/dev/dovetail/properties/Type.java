package dev.dovetail.properties;

import dev.dovetail.json.Json;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The types of columns, each with a handful of values, so that rows meet. A value is a {@link BigDecimal}, a
 * {@link Boolean} or a {@link String}; dates, times and uuids are written as Postgres writes them in JSON, in a form
 * that sorts as text.
 */
enum Type {
    INTEGER("integer", "Int", numbers("0", "1", "2", "3", "-1", "7", "2147483647")),
    TEXT(
            "text",
            "String",
            List.of(
                    "",
                    "a",
                    "b",
                    "A",
                    "ab",
                    "a%",
                    "a_b",
                    "b\\",
                    "ü",
                    "\uD83D\uDE00",
                    "O'Neil",
                    "x\"y",
                    "$1",
                    "{{x}}",
                    "--",
                    "null",
                    "${v}",
                    "a\nb",
                    "%s",
                    "{a,b}",
                    "\uFF5E")),
    BOOLEAN("boolean", "Boolean", List.of(false, true)),
    NUMERIC("numeric", "numeric", numbers("0", "1", "1.5", "-2.25", "100.10", "12345678901234567890.5")),
    BIGINT("bigint", "bigint", numbers("0", "1", "2", "-3", "9007199254740993")),
    DOUBLE("double precision", "float8", numbers("0", "0.5", "-1.25", "3", "1024")),
    DATE("date", "date", List.of("2020-01-01", "2020-02-29", "1999-12-31", "2024-06-15")),
    TIME(
            "timestamptz",
            "timestamptz",
            List.of("2020-01-01T00:00:00+00:00", "2020-01-01T12:30:00+00:00", "1999-12-31T23:59:59+00:00")),
    UUID(
            "uuid",
            "uuid",
            List.of(
                    "00000000-0000-0000-0000-000000000000",
                    "f47ac10b-58cc-4372-a567-0e02b2c3d479",
                    "a0000000-0000-4000-8000-00000000000b")),
    /** Objects and lists only: other values are written like texts, which in metadata may be session variables. */
    JSONB(
            "jsonb",
            "jsonb",
            Stream.of("{\"a\":1}", "{\"a\":{\"b\":[1,2,null]}}", "[1,\"a\"]", "{}", "{\"a\":null,\"b\":\"x\"}", "[]")
                    .map(Json::read)
                    .toList());

    /** A document with names that GraphQL cannot write; for rows. */
    static final JsonNode WILD = Json.read("{\"k'y\":\"v\\\"w\",\"$1\":[{\"--\":true}],\"a\":[\"x\"]}");

    private final String sql;
    private final String graphql;
    private final List<Object> values;

    Type(String sql, String graphql, List<?> values) {
        this.sql = sql;
        this.graphql = graphql;
        this.values = List.copyOf(values);
    }

    private static List<BigDecimal> numbers(String... texts) {
        return Arrays.stream(texts).map(BigDecimal::new).toList();
    }

    String sql() {
        return sql;
    }

    String graphql() {
        return graphql;
    }

    boolean isNumber() {
        return values.getFirst() instanceof BigDecimal;
    }

    /** What {@code min} and {@code max} take in every version of Postgres. */
    boolean hasExtremes() {
        return this != BOOLEAN && this != UUID && this != JSONB;
    }

    /** What the evaluator can sort. */
    boolean hasOrder() {
        return this != JSONB;
    }

    Object value(Choices choices) {
        return choices.of(values);
    }

    /** How Postgres would read it. */
    String sqlLiteral(@Nullable Object value) {
        return value == null ? "NULL::" + sql : "'" + text(value).replace("'", "''") + "'::" + sql;
    }

    static String text(Object value) {
        return switch (value) {
            case BigDecimal number -> number.toPlainString();
            case JsonNode json -> Json.write(json);
            default -> value.toString();
        };
    }

    /** In a GraphQL document; JSON's literals are GraphQL's, too, but for the names of fields. */
    static String literal(Object value) {
        return switch (value) {
            case String string -> Json.write(Json.string(string));
            case JsonNode json -> Condition.graphql(json, "");
            default -> text(value);
        };
    }

    /** As Postgres orders them, text by the collation C. */
    static int compare(Object one, Object other) {
        return switch (one) {
            case BigDecimal number -> number.compareTo((BigDecimal) other);
            case Boolean flag -> flag.compareTo((Boolean) other);
            case JsonNode json -> json.equals(other) ? 0 : 1;
            default ->
                Arrays.compareUnsigned(
                        one.toString().getBytes(StandardCharsets.UTF_8),
                        other.toString().getBytes(StandardCharsets.UTF_8));
        };
    }
}
