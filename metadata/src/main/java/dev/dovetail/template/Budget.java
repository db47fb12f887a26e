package dev.dovetail.template;

import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;

/**
 * What one evaluation may still spend. Values are shared and not copied, so a small template can make a list of a
 * thousand times the same large answer, which costs nothing until it is written. Hence whatever is put into something
 * else, compared or given to a function is paid for by its full size, and that size is counted node by node, so that
 * counting takes no longer than what was paid.
 */
final class Budget {
    /** Of an object or list, and of each of its members besides the member itself. */
    private static final int CHARACTERS_OF_NODE = 4;

    /** A digit takes a little more, so digits are counted as a few too many. */
    private static final int BITS_OF_DIGIT = 3;

    /** A larger exponent is written as an exponent. */
    private static final int EXPONENT_MAX = 1_024;

    private long steps = Limits.STEPS;
    private long characters = Limits.CHARACTERS;

    void step(Span span) {
        if (--steps < 0) {
            throw exceeded("the template takes too many steps", span);
        }
    }

    void take(JsonNode value, Span span) {
        take(value, span, 0);
    }

    private void take(JsonNode value, Span span, int depth) {
        characters -= CHARACTERS_OF_NODE;
        if (value.isString()) {
            characters -= value.stringValue().length();
        } else if (value.isNumber()) {
            characters -= digits(value.decimalValue());
        }
        if (characters < 0) {
            throw exceeded("the template makes too large a value", span);
        }
        if (depth > Limits.VALUE_NESTING) {
            throw exceeded("the template makes a value that nests too deep", span);
        }
        if (value.isArray()) {
            for (var item : value) {
                take(item, span, depth + 1);
            }
        } else if (value.isObject()) {
            for (var field : value.properties()) {
                characters -= field.getKey().length();
                take(field.getValue(), span, depth + 1);
            }
        }
    }

    private static long digits(BigDecimal number) {
        return number.unscaledValue().bitLength() / BITS_OF_DIGIT
                + Math.min(Math.abs((long) number.scale()), EXPONENT_MAX);
    }

    private static TemplateException exceeded(String message, Span span) {
        return new TemplateException(TemplateError.Kind.LIMIT, message, span);
    }
}
