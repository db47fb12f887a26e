package dev.dovetail.graphql;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Whether a value is one of its scalar at all: for what comes from outside and goes to others, where no database looks
 * at it. Numbers of more digits than JSON's readers keep may come as strings, as they leave here.
 */
public final class ScalarFormats {
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}-?(?:[0-9a-fA-F]{4}-?){3}[0-9a-fA-F]{12}");
    private static final String DATE = "(?<year>\\d{4,6})-(?<month>\\d\\d)-(?<day>\\d\\d)";
    private static final String TIME = "(?:[01]\\d|2[0-4]):[0-5]\\d(?::(?:[0-5]\\d|60)(?:\\.\\d{1,9})?)?";
    private static final String ZONE = " ?(?:Z|z|[+-]\\d\\d(?::?\\d\\d(?::?\\d\\d)?)?)";
    private static final Pattern DAY = Pattern.compile(DATE);
    private static final Pattern TIMESTAMP = Pattern.compile(DATE + "(?:[T ]" + TIME + ")?");
    private static final Pattern ZONED = Pattern.compile(DATE + "(?:[Tt ]" + TIME + "(?:" + ZONE + ")?)?");
    private static final Pattern CLOCK = Pattern.compile(TIME);
    private static final Pattern ZONED_CLOCK = Pattern.compile(TIME + "(?:" + ZONE + ")?");
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,30}");
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(?:\\d{1,1000}(?:\\.\\d{0,1000})?|\\.\\d{1,1000})(?:[eE][+-]?\\d{1,4})?");
    private static final Set<String> NO_NUMBERS = Set.of("NaN", "Infinity", "-Infinity");

    private ScalarFormats() {}

    /** True of a scalar that nothing is known of; null is no matter of scalars. */
    public static boolean fits(String scalar, JsonNode value) {
        return switch (scalar) {
            case "Int", "integer", "int4", "serial" -> value.isNumber() && isWhole(value.decimalValue(), Integer.SIZE);
            case "smallint", "int2" -> value.isNumber() && isWhole(value.decimalValue(), Short.SIZE);
            case "bigint", "int8", "bigserial" -> isBigint(value);
            case "Float" -> value.isNumber();
            case "float4", "float8", "numeric" -> isNumeric(value);
            case "Boolean", "bool" -> value.isBoolean();
            case "ID" -> value.isString() || value.isIntegralNumber();
            case "String", "text", "varchar", "bpchar", "citext", "name" -> value.isString();
            case "uuid" -> matches(UUID, value);
            case "date" -> isDated(DAY, value);
            case "timestamp" -> isDated(TIMESTAMP, value);
            case "timestamptz" -> isDated(ZONED, value);
            case "time" -> matches(CLOCK, value);
            case "timetz" -> matches(ZONED_CLOCK, value);
            default -> true;
        };
    }

    private static boolean matches(Pattern pattern, JsonNode value) {
        return value.isString() && pattern.matcher(value.stringValue()).matches();
    }

    /** The day must be one of the calendar: there is no 30th of February. */
    private static boolean isDated(Pattern pattern, JsonNode value) {
        var parts = pattern.matcher(value.isString() ? value.stringValue() : "");
        if (!parts.matches()) {
            return false;
        }
        try {
            LocalDate.of(number(parts.group("year")), number(parts.group("month")), number(parts.group("day")));
            return true;
        } catch (DateTimeException _) {
            return false;
        }
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static boolean isBigint(JsonNode value) {
        if (value.isString()) {
            return WHOLE.matcher(value.stringValue()).matches()
                    && isWhole(new BigDecimal(value.stringValue()), Long.SIZE);
        }
        return value.isNumber() && isWhole(value.decimalValue(), Long.SIZE);
    }

    private static boolean isNumeric(JsonNode value) {
        return value.isNumber()
                || matches(DECIMAL, value)
                || (value.isString() && NO_NUMBERS.contains(value.stringValue()));
    }

    /** Digits are counted first: to write out 1e999999999 takes all the memory there is. */
    private static boolean isWhole(BigDecimal number, int bits) {
        if (number.signum() == 0) {
            return true;
        }
        if ((long) number.precision() - number.scale() > 20) {
            return false;
        }
        var plain = number.stripTrailingZeros();
        return plain.scale() <= 0 && plain.toBigInteger().bitLength() < bits;
    }
}
