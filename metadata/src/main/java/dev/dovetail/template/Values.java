package dev.dovetail.template;

import dev.dovetail.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * JSON values as the language sees them. Any two can be compared: objects come before lists, then strings, numbers,
 * booleans and null; numbers are equal when they are worth the same, however they are written.
 */
final class Values {
    private static final int EXPONENT_MAX = 1_024;
    private static final int PLAIN_DIGITS_MAX = 7;

    private Values() {}

    static JsonNode number(BigDecimal value) {
        return JsonNodeFactory.instance.numberNode(value);
    }

    static JsonNode bool(boolean value) {
        return BooleanNode.valueOf(value);
    }

    static JsonNode nothing() {
        return JsonNodeFactory.instance.nullNode();
    }

    /** As messages name it. */
    static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT, POJO -> "Object";
            case ARRAY -> "Array";
            case STRING, BINARY -> "String";
            case NUMBER -> "Number";
            case BOOLEAN -> "Boolean";
            case NULL, MISSING -> "Null";
        };
    }

    /** As it stands in a string that it is filled into. */
    static String text(JsonNode value) {
        if (value.isString()) {
            return value.stringValue();
        }
        return value.isNumber() ? text(value.decimalValue()) : Json.write(value);
    }

    /**
     * As the reference writes numbers: whole ones without an exponent, others from 0.1 to ten million too, and the rest
     * like 1.5e-2. A number as it was written with decimal places is not a whole one.
     */
    static String text(BigDecimal value) {
        if (value.scale() <= 0 && -value.scale() <= EXPONENT_MAX) {
            return value.toPlainString();
        }
        var digits = value.unscaledValue().abs().toString();
        // The value is 0.DIGITS times ten to this power.
        var exponent = (long) digits.length() - value.scale();
        var sign = value.signum() < 0 ? "-" : "";
        if (value.signum() == 0) {
            return "0.0";
        }
        if (exponent > 0 && exponent <= PLAIN_DIGITS_MAX || exponent == 0) {
            return sign + plain(digits, (int) exponent);
        }
        var rest = digits.substring(1).replaceFirst("0+$", "");
        return sign + digits.charAt(0) + "." + (rest.isEmpty() ? "0" : rest) + "e" + (exponent - 1);
    }

    private static String plain(String digits, int before) {
        var padded = digits.length() < before ? digits + "0".repeat(before - digits.length()) : digits;
        var whole = before == 0 ? "0" : padded.substring(0, before);
        var rest = padded.substring(before);
        return whole + "." + (rest.isEmpty() ? "0" : rest);
    }

    /** The position in a list that a number names; null when it is no whole number, or too large for one. */
    static @Nullable Integer index(JsonNode value) {
        if (!value.isNumber() || !value.canConvertToExactIntegral() || !value.canConvertToInt()) {
            return null;
        }
        return value.intValue();
    }

    static boolean equal(JsonNode left, JsonNode right) {
        return compare(left, right) == 0;
    }

    static int compare(JsonNode left, JsonNode right) {
        var byType = Integer.compare(rank(left), rank(right));
        if (byType != 0) {
            return byType;
        }
        return switch (left.getNodeType()) {
            case OBJECT, POJO -> compare(flat(left), flat(right));
            case ARRAY -> compare(items(left), items(right));
            case STRING, BINARY -> byCodePoint(left.stringValue(), right.stringValue());
            case NUMBER -> left.decimalValue().compareTo(right.decimalValue());
            case BOOLEAN -> Boolean.compare(left.booleanValue(), right.booleanValue());
            case NULL, MISSING -> 0;
        };
    }

    private static int rank(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT, POJO -> 0;
            case ARRAY -> 1;
            case STRING, BINARY -> 2;
            case NUMBER -> 3;
            case BOOLEAN -> 4;
            case NULL, MISSING -> 5;
        };
    }

    private static int compare(List<JsonNode> left, List<JsonNode> right) {
        for (var i = 0; i < Math.min(left.size(), right.size()); i++) {
            var order = compare(left.get(i), right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.size(), right.size());
    }

    private static List<JsonNode> items(JsonNode list) {
        var items = new ArrayList<JsonNode>(list.size());
        list.forEach(items::add);
        return items;
    }

    /** Names and values in turn, by name. */
    private static List<JsonNode> flat(JsonNode object) {
        var flat = new ArrayList<JsonNode>();
        sorted(object).forEach((name, value) -> {
            flat.add(Json.string(name));
            flat.add(value);
        });
        return flat;
    }

    /** The fields by name: as far as the order of fields shows at all, it is this one. */
    static TreeMap<String, JsonNode> sorted(JsonNode object) {
        var sorted = new TreeMap<String, JsonNode>(Comparator.comparing(name -> name, Values::byCodePoint));
        object.properties().forEach(field -> sorted.put(field.getKey(), field.getValue()));
        return sorted;
    }

    private static int byCodePoint(String left, String right) {
        var mismatch = mismatch(left, right);
        if (mismatch < 0) {
            return 0;
        }
        if (mismatch == Math.min(left.length(), right.length())) {
            return Integer.compare(left.length(), right.length());
        }
        var from = left.charAt(mismatch);
        var to = right.charAt(mismatch);
        // A surrogate stands for a code point beyond all that fit one char.
        return Character.isSurrogate(from) == Character.isSurrogate(to)
                ? Character.compare(from, to)
                : Boolean.compare(Character.isSurrogate(from), Character.isSurrogate(to));
    }

    private static int mismatch(String left, String right) {
        var shorter = Math.min(left.length(), right.length());
        for (var i = 0; i < shorter; i++) {
            if (left.charAt(i) != right.charAt(i)) {
                return i;
            }
        }
        return left.length() == right.length() ? -1 : shorter;
    }
}
