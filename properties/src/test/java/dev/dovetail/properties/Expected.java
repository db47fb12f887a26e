package dev.dovetail.properties;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An answer as it ought to be. */
sealed interface Expected {
    Expected NULL = new Value(null);

    record Value(@Nullable Object value) implements Expected {}

    /** A quotient, which Postgres gives with as many digits as it thinks fit. */
    record About(BigDecimal value) implements Expected {}

    /** Its keys in this order. */
    record Fields(SequencedMap<String, Expected> fields) implements Expected {}

    /** @param ordered whether the order was asked for */
    record Items(List<Expected> items, boolean ordered) implements Expected {}

    default boolean matches(JsonNode actual) {
        return switch (this) {
            case Value(var value) when value == null -> actual.isNull();
            case Value(BigDecimal number) ->
                actual.isNumber() && actual.decimalValue().compareTo(number) == 0;
            case Value(Boolean flag) -> actual.isBoolean() && actual.booleanValue() == flag;
            case Value(JsonNode json) -> actual.equals(json);
            case Value(var text) -> actual.isString() && actual.stringValue().equals(text);
            case About(var number) ->
                actual.isNumber()
                        && actual.decimalValue().subtract(number).abs().compareTo(tolerance(number)) <= 0;
            case Fields(var fields) ->
                actual.isObject()
                        && List.copyOf(actual.propertyNames()).equals(List.copyOf(fields.keySet()))
                        && fields.entrySet().stream()
                                .allMatch(each -> each.getValue().matches(actual.get(each.getKey())));
            case Items(var items, var ordered) -> {
                if (!actual.isArray() || actual.size() != items.size()) {
                    yield false;
                }
                yield ordered ? inOrder(items, actual) : inAnyOrder(items, actual);
            }
        };
    }

    private static BigDecimal tolerance(BigDecimal number) {
        return number.abs().max(BigDecimal.ONE).multiply(new BigDecimal("1e-12"), MathContext.DECIMAL64);
    }

    private static boolean inOrder(List<Expected> items, JsonNode actual) {
        for (var i = 0; i < items.size(); i++) {
            if (!items.get(i).matches(actual.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean inAnyOrder(List<Expected> items, JsonNode actual) {
        var left = new ArrayList<JsonNode>();
        actual.forEach(left::add);
        for (var item : items) {
            var match = left.stream().filter(item::matches).findFirst();
            if (match.isEmpty()) {
                return false;
            }
            left.remove(match.get());
        }
        return true;
    }

    /** For readers of a failure. */
    default String text() {
        return switch (this) {
            case Value(var value) when value == null -> "null";
            case Value(JsonNode json) -> json.toString();
            case Value(var value) -> Type.literal(value);
            case About(var value) -> "~" + value.round(MathContext.DECIMAL64);
            case Fields(var fields) ->
                fields.entrySet().stream()
                        .map(each ->
                                "\"" + each.getKey() + "\":" + each.getValue().text())
                        .collect(java.util.stream.Collectors.joining(",", "{", "}"));
            case Items(var items, var ordered) ->
                items.stream()
                        .map(Expected::text)
                        .collect(java.util.stream.Collectors.joining(",", "[", ordered ? "]" : "]*"));
        };
    }
}
