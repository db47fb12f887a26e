package dev.dovetail.execute;

import dev.dovetail.json.Json;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A JSON value as the text Postgres casts from. */
final class JsonText {
    /** Beyond this many digits before or after the point a number is written with its exponent, as it came. */
    private static final int PLAIN_DIGITS_MAX = 1_000;

    private JsonText() {}

    /** A string's text, a number or boolean as written, an object or list as JSON; null for null. */
    static @Nullable String of(JsonNode value) {
        return switch (value.getNodeType()) {
            case NULL, MISSING -> null;
            case STRING -> value.stringValue();
            case NUMBER -> number(value);
            case BOOLEAN, OBJECT, ARRAY, BINARY, POJO -> Json.write(value);
        };
    }

    private static String number(JsonNode value) {
        return value.isBigDecimal() ? decimal(value.decimalValue()) : value.asString();
    }

    private static String decimal(BigDecimal value) {
        var plainIsShort = Math.abs((long) value.scale()) <= PLAIN_DIGITS_MAX;
        return plainIsShort ? value.toPlainString() : value.toString();
    }
}
