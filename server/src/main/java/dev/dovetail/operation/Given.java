package dev.dovetail.operation;

import dev.dovetail.graphql.Scalars;
import dev.dovetail.graphql.ValueJson;
import dev.dovetail.graphql.ast.Value;
import dev.dovetail.json.Json;
import dev.dovetail.model.ValueSource;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A value before coercion: written in the document, or within a variable. */
sealed interface Given {
    /** Never a variable itself, but one may stand deeper within. */
    record Written(Value value) implements Given {}

    record Sent(JsonNode value, String variable, List<Object> at) implements Given {
        Sent within(Object step, JsonNode part) {
            var deeper = new ArrayList<>(at);
            deeper.add(step);
            return new Sent(part, variable, deeper);
        }

        ValueSource source() {
            return new ValueSource.Variable(variable, at);
        }
    }

    default boolean isNull() {
        return switch (this) {
            case Written(var value) -> value instanceof Value.NullValue;
            case Sent(var value, var _, var _) -> value.isNull();
        };
    }

    default boolean isString() {
        return switch (this) {
            case Written(var value) -> value instanceof Value.StringValue;
            case Sent(var value, var _, var _) -> value.isString();
        };
    }

    /** The reference's word for what was given. */
    default String kind() {
        return switch (this) {
            case Sent(var value, var _, var _) -> Json.kind(value);
            case Written(var value) -> Scalars.describe(value);
        };
    }

    /** The value as JSON and where it comes from; a value written in the document must hold no variable. */
    default Constant constant() {
        return switch (this) {
            case Sent sent -> new Constant(sent.value(), sent.source());
            case Written(var value) -> {
                var json = ValueJson.toJson(value);
                yield new Constant(json, new ValueSource.Literal(json));
            }
        };
    }

    record Constant(JsonNode json, ValueSource source) {}
}
