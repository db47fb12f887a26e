package dev.dovetail.operation.legacy;

import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.model.Column;
import dev.dovetail.model.Comparison;
import dev.dovetail.model.Table;
import dev.dovetail.name.ColumnName;
import dev.dovetail.operation.Input;
import dev.dovetail.schema.InputMeaning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import tools.jackson.databind.JsonNode;

/** Boolean expressions: {@code {"author": {"id": {"$gt": 1}}, "$not": …}}. */
record Wheres(Rights rights) {
    private static final String EQUALS = "$eq";

    Input.Fields read(JsonNode json, Table table, Path path) {
        if (!json.isObject()) {
            throw Rights.refused(path, "boolean exp must be an object");
        }
        var entries = new LinkedHashMap<String, Input.Entry>();
        for (var field : json.properties()) {
            var key = field.getKey();
            entries.put(key, entry(key, field.getValue(), table, path.key(key)));
        }
        return Made.object(entries, path);
    }

    private Input.Entry entry(String key, JsonNode value, Table table, Path path) {
        return switch (key) {
            case "$and", "_and" -> Made.entry(key, new InputMeaning.AndAll(), each(value, table, path));
            case "$or", "_or" -> Made.entry(key, new InputMeaning.OrAny(), each(value, table, path));
            case "$not", "_not" -> Made.entry(key, new InputMeaning.Negation(), read(value, table, path));
            default -> named(key, value, table, path);
        };
    }

    private Input each(JsonNode value, Table table, Path path) {
        if (!value.isArray()) {
            throw Rights.refused(path, "expecting an array for boolean exp");
        }
        var parts = new ArrayList<Input>();
        for (var part : value) {
            parts.add(read(part, table, path.index(parts.size())));
        }
        return Made.list(parts, path);
    }

    private Input.Entry named(String name, JsonNode value, Table table, Path path) {
        if (table.findColumn(new ColumnName(name)).isPresent()) {
            var column = rights.readable(table, name, path);
            return Made.entry(name, new InputMeaning.ColumnFilter(column), operators(column, value, path));
        }
        var relationship = table.relationships().get(name);
        if (relationship == null) {
            throw Rights.unknown(path, name);
        }
        var target = rights.reached(relationship, path);
        return Made.entry(name, new InputMeaning.RelatedFilter(relationship), read(value, target, path));
    }

    /** A bare value is compared for equality. */
    private static Input operators(Column column, JsonNode value, Path path) {
        var operators = new LinkedHashMap<String, Input.Entry>();
        if (value.isObject()) {
            for (var field : value.properties()) {
                operators.put(field.getKey(), operator(column, field.getKey(), field.getValue(), path));
            }
        } else {
            operators.put(EQUALS, operator(column, EQUALS, value, path));
        }
        return Made.object(operators, path);
    }

    private static Input.Entry operator(Column column, String name, JsonNode value, Path path) {
        var at = path.key(name);
        var comparison = Comparison.named(name).orElseThrow(() -> Rights.refused(at, "Unknown operator : " + name));
        if (value.isNull()) {
            throw Rights.refused(at, "unexpected null value for column \"" + column.name() + "\"");
        }
        if (comparison == Comparison.IS_NULL && !value.isBoolean()) {
            throw Rights.refused(at, "expecting a boolean, but found " + Json.kind(value));
        }
        return Made.entry(name, new InputMeaning.Operator(comparison), Values.operand(value, at));
    }
}
