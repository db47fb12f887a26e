package dev.dovetail.graphql.ast;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.SequencedMap;

/** A value as written in a document, or in the default of a schema's argument. Nothing is coerced. */
public sealed interface Value {
    /** Whether a variable stands anywhere in it. */
    default boolean holdsVariable() {
        return switch (this) {
            case Variable _ -> true;
            case ListValue(var items) -> items.stream().anyMatch(Value::holdsVariable);
            case ObjectValue(var fields) -> fields.values().stream().anyMatch(Value::holdsVariable);
            case IntValue _, FloatValue _, StringValue _, BooleanValue _, NullValue _, EnumValue _ -> false;
        };
    }

    record Variable(String name) implements Value {}

    record IntValue(BigInteger value) implements Value {}

    /** Keeps every digit and the exponent as written; never expand it ({@code 1e999999999} is a legal one). */
    record FloatValue(BigDecimal value) implements Value {}

    record StringValue(String value) implements Value {}

    record BooleanValue(boolean value) implements Value {}

    record NullValue() implements Value {}

    record EnumValue(String name) implements Value {}

    record ListValue(List<Value> values) implements Value {
        public ListValue {
            values = List.copyOf(values);
        }
    }

    record ObjectValue(SequencedMap<String, Value> fields) implements Value {
        public ObjectValue {
            fields = Ordered.copy(fields);
        }
    }
}
