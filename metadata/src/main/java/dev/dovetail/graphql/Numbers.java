package dev.dovetail.graphql;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The bounds of numbers. A number such as {@code 1e999999999} is short as text and endless when written out, so nothing
 * here expands a number before its magnitude was looked at.
 */
final class Numbers {
    private static final int PLAIN_MAGNITUDE_MAX = 6;

    private Numbers() {}

    /** Of the width in which the JSON reader would have read it, so that equal numbers are equal nodes. */
    static JsonNode node(BigInteger number) {
        if (number.bitLength() < Integer.SIZE) {
            return JsonNodeFactory.instance.numberNode(number.intValue());
        }
        return number.bitLength() < Long.SIZE
                ? JsonNodeFactory.instance.numberNode(number.longValue())
                : JsonNodeFactory.instance.numberNode(number);
    }

    /**
     * The number in plain notation when it is an integer of so many bits with sign, {@code 1e2} and {@code 1.0}
     * included.
     */
    static JsonNode integer(JsonNode number, int bits, Path path) {
        var whole = whole(number.decimalValue());
        if (whole == null || whole.bitLength() >= bits) {
            throw outside(
                    number,
                    "the bounds or is not an integer. Maybe it is a float, or is there integer overflow?",
                    path);
        }
        return node(whole);
    }

    static JsonNode binary64(JsonNode number, Path path) {
        var value = number.decimalValue();
        return bounded(number, value.signum() == 0 || isFinite(value.doubleValue()), path);
    }

    static JsonNode binary32(JsonNode number, Path path) {
        var value = number.decimalValue();
        return bounded(number, value.signum() == 0 || isFinite(value.floatValue()), path);
    }

    private static boolean isFinite(double approximation) {
        return Double.isFinite(approximation) && approximation != 0;
    }

    private static JsonNode bounded(JsonNode number, boolean inside, Path path) {
        if (!inside) {
            throw outside(number, "the bounds. Is it overflowing the float bounds?", path);
        }
        return number;
    }

    private static ApiException outside(JsonNode number, String bounds, Path path) {
        var message = "The value " + display(number.decimalValue()) + " lies outside " + bounds;
        return new ApiException(ErrorCode.PARSE_FAILED, path, message);
    }

    private static @Nullable BigInteger whole(BigDecimal value) {
        if (value.signum() == 0) {
            return BigInteger.ZERO;
        }
        if (magnitude(value) < 0 || magnitude(value) > Long.SIZE) {
            return null;
        }
        try {
            return value.toBigIntegerExact();
        } catch (ArithmeticException fraction) {
            return null;
        }
    }

    /** The decimal exponent of the first digit: 0 for 1 to 9, 1 for 10 to 99. */
    private static long magnitude(BigDecimal value) {
        return value.precision() - 1L - value.scale();
    }

    /** The notation that the reference's messages use: {@code 1.5}, {@code 2.147483648e9}. */
    static String display(BigDecimal value) {
        if (value.signum() == 0) {
            return "0.0";
        }
        var magnitude = magnitude(value);
        if (magnitude >= -1 && magnitude <= PLAIN_MAGNITUDE_MAX) {
            var plain = value.stripTrailingZeros().toPlainString();
            return plain.contains(".") ? plain : plain + ".0";
        }
        var digits = value.unscaledValue().abs().toString().replaceFirst("0+$", "");
        var fraction = digits.length() == 1 ? "0" : digits.substring(1);
        return (value.signum() < 0 ? "-" : "") + digits.charAt(0) + "." + fraction + "e" + magnitude;
    }
}
