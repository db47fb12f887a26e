package dev.dovetail.graphql;

import dev.dovetail.graphql.ast.Value;
import dev.dovetail.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Values as JSON and back. Numbers keep every digit. */
public final class ValueJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ValueJson() {}

    /** An enum value becomes a string. Throws {@link IllegalArgumentException} when the value holds a variable. */
    public static JsonNode toJson(Value value) {
        return toJson(value, name -> {
            throw new IllegalArgumentException("a variable in a constant: " + name);
        });
    }

    /** The same, with the variables' values put in. */
    public static JsonNode toJson(Value value, Function<String, JsonNode> variables) {
        return switch (value) {
            case Value.Variable(var name) -> variables.apply(name);
            case Value.IntValue(var number) -> Numbers.node(number);
            case Value.FloatValue(var number) -> NODES.numberNode(number);
            case Value.StringValue(var text) -> NODES.stringNode(text);
            case Value.BooleanValue(var truth) -> NODES.booleanNode(truth);
            case Value.NullValue() -> NODES.nullNode();
            case Value.EnumValue(var name) -> NODES.stringNode(name);
            case Value.ListValue(var values) -> {
                var array = Json.array();
                values.forEach(each -> array.add(toJson(each, variables)));
                yield array;
            }
            case Value.ObjectValue(var fields) -> {
                var object = Json.object();
                fields.forEach((name, each) -> object.set(name, toJson(each, variables)));
                yield object;
            }
        };
    }

    /** A string stays a string: JSON does not tell enum values. */
    public static Value fromJson(JsonNode json) {
        return switch (json.getNodeType()) {
            case STRING -> new Value.StringValue(json.stringValue());
            case NUMBER ->
                json.isIntegralNumber()
                        ? new Value.IntValue(json.bigIntegerValue())
                        : new Value.FloatValue(json.decimalValue());
            case BOOLEAN -> new Value.BooleanValue(json.booleanValue());
            case ARRAY -> {
                var values = new ArrayList<Value>();
                json.values().forEach(each -> values.add(fromJson(each)));
                yield new Value.ListValue(values);
            }
            case OBJECT -> {
                var fields = new LinkedHashMap<String, Value>();
                json.properties().forEach(each -> fields.put(each.getKey(), fromJson(each.getValue())));
                yield new Value.ObjectValue(fields);
            }
            case NULL, MISSING, BINARY, POJO -> new Value.NullValue();
        };
    }
}
