package dev.dovetail.template;

import dev.dovetail.json.Json;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The functions of the language: each takes one value. */
record Functions(@Nullable ObjectNode session) {

    /** Null when there is no such function. */
    @Nullable
    UnaryOperator<JsonNode> find(String name) {
        return switch (name) {
            case "empty" -> Functions::empty;
            case "size" -> Functions::size;
            case "inverse" -> Functions::inverse;
            case "head" -> Functions::head;
            case "tail" -> Functions::tail;
            case "toCaseFold" -> value -> text(value, TextFunctions::folded);
            case "toLower" -> value -> text(value, text -> text.toLowerCase(Locale.ROOT));
            case "toUpper" -> value -> text(value, text -> text.toUpperCase(Locale.ROOT));
            case "toTitle" -> value -> text(value, TextFunctions::titled);
            case "escapeUri" -> value -> text(value, UriText::escaped);
            case "fromPairs" -> ListFunctions::fromPairs;
            case "toPairs" -> ListFunctions::toPairs;
            case "removeNulls" -> ListFunctions::removeNulls;
            case "concat" -> ListFunctions::concat;
            case "not" -> Functions::not;
            case "getSessionVariable" -> this::sessionVariable;
            default -> null;
        };
    }

    /** As the reference tells that a value is of the wrong type. */
    static FunctionFailure mismatch(String what, String expected, JsonNode actual) {
        return new FunctionFailure(
                "parsing " + what + " failed, expected " + expected + ", but encountered " + Values.type(actual));
    }

    private static JsonNode text(JsonNode value, UnaryOperator<String> change) {
        if (!value.isString()) {
            throw mismatch("String", "String", value);
        }
        return Json.string(change.apply(value.stringValue()));
    }

    private static JsonNode empty(JsonNode value) {
        return Values.bool(
                switch (value.getNodeType()) {
                    case OBJECT, ARRAY, POJO -> value.isEmpty();
                    case STRING, BINARY -> value.stringValue().isBlank();
                    case NUMBER -> value.decimalValue().signum() == 0;
                    case BOOLEAN -> throw new FunctionFailure("Cannot define emptiness for a boolean");
                    case NULL, MISSING -> true;
                });
    }

    private static JsonNode size(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT, ARRAY, POJO -> number(value.size());
            case STRING, BINARY -> number(TextFunctions.length(value.stringValue()));
            case NUMBER -> value;
            case BOOLEAN -> number(value.booleanValue() ? 1 : 0);
            case NULL, MISSING -> number(0);
        };
    }

    private static JsonNode number(int value) {
        return Values.number(BigDecimal.valueOf(value));
    }

    private static JsonNode inverse(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> ListFunctions.reversed(value);
            case STRING, BINARY ->
                Json.string(new StringBuilder(value.stringValue()).reverse().toString());
            case NUMBER -> reciprocal(value.decimalValue());
            case BOOLEAN -> Values.bool(!value.booleanValue());
            case OBJECT, POJO, NULL, MISSING -> value;
        };
    }

    /** The reference never comes back from a division that does not end. */
    private static JsonNode reciprocal(BigDecimal value) {
        if (value.signum() == 0) {
            throw new FunctionFailure("Zero has no inverse");
        }
        try {
            return Values.number(BigDecimal.ONE.divide(value, MathContext.DECIMAL64));
        } catch (ArithmeticException _) {
            throw new FunctionFailure("The inverse is beyond all numbers");
        }
    }

    private static JsonNode head(JsonNode value) {
        if (value.isArray()) {
            return ListFunctions.notEmpty(value).get(0);
        }
        if (value.isString()) {
            return Json.string(TextFunctions.head(value.stringValue()));
        }
        throw new FunctionFailure("Expected an array or string");
    }

    private static JsonNode tail(JsonNode value) {
        if (value.isArray()) {
            return ListFunctions.tail(value);
        }
        if (value.isString()) {
            return Json.string(TextFunctions.tail(value.stringValue()));
        }
        throw new FunctionFailure("Expected an array or string");
    }

    private static JsonNode not(JsonNode value) {
        if (!value.isBoolean()) {
            throw mismatch("Bool", "Boolean", value);
        }
        return Values.bool(!value.booleanValue());
    }

    private JsonNode sessionVariable(JsonNode name) {
        if (name.isNull()) {
            return name;
        }
        if (!name.isString()) {
            throw new FunctionFailure("Session variable name should be a string");
        }
        var value = session == null ? null : session.get(name.stringValue().toLowerCase(Locale.ROOT));
        if (value == null) {
            throw new FunctionFailure("Session variable \"" + name.stringValue() + "\" not found");
        }
        return value;
    }
}
