package dev.dovetail.model;

import dev.dovetail.graphql.ValueJson;
import dev.dovetail.graphql.ast.Value;
import java.util.LinkedHashMap;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** An argument of a relationship as the metadata has it: a text {@code "$name"} stands for a key's value. */
final class KeyTemplate {
    private KeyTemplate() {}

    /** @param key gives the key's own name, which the {@link Value.Variable} bears */
    static Value read(JsonNode json, UnaryOperator<String> key) {
        if (json.isString() && json.stringValue().startsWith("$")) {
            return new Value.Variable(key.apply(json.stringValue().substring(1)));
        }
        if (json.isObject()) {
            var fields = new LinkedHashMap<String, Value>();
            json.properties().forEach(field -> fields.put(field.getKey(), read(field.getValue(), key)));
            return new Value.ObjectValue(fields);
        }
        if (json.isArray()) {
            return new Value.ListValue(
                    json.valueStream().map(each -> read(each, key)).toList());
        }
        return ValueJson.fromJson(json);
    }
}
