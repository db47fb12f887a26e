package dev.dovetail.operation.legacy;

import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.model.Comparison;
import dev.dovetail.model.Condition;
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
    private static final JsonNode USE_SPHEROID = Json.read("{\"use_spheroid\": true}");

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
            return Made.entry(
                    name,
                    new InputMeaning.ColumnFilter(column),
                    operators(new Condition.Operand.OfColumn(column), value, path));
        }
        var relationship = table.relationships().get(name);
        if (relationship == null) {
            throw Rights.unknown(path, name);
        }
        var target = rights.reached(relationship, path);
        return Made.entry(name, new InputMeaning.RelatedFilter(relationship), read(value, target, path));
    }

    /** A bare value is compared for equality. */
    private static Input operators(Condition.Operand left, JsonNode value, Path path) {
        var operators = new LinkedHashMap<String, Input.Entry>();
        if (value.isObject()) {
            for (var field : value.properties()) {
                operators.put(field.getKey(), operator(left, field.getKey(), field.getValue(), path));
            }
        } else {
            operators.put(EQUALS, operator(left, EQUALS, value, path));
        }
        return Made.object(operators, path);
    }

    private static Input.Entry operator(Condition.Operand left, String name, JsonNode value, Path path) {
        var at = path.key(name);
        if (name.equals("$cast") || name.equals("_cast")) {
            return Made.entry(name, new InputMeaning.Cast(), casts(left, value, at));
        }
        var comparison = Comparison.named(name).orElseThrow(() -> Rights.refused(at, "Unknown operator : " + name));
        if (!comparison.worksOn(left.type())) {
            throw Rights.refused(at, "operator " + name + " does not work on column \"" + left.name() + "\"");
        }
        if (value.isNull()) {
            throw Rights.refused(at, "unexpected null value for column \"" + left.name() + "\"");
        }
        if (comparison == Comparison.IS_NULL && !value.isBoolean()) {
            throw Rights.refused(at, "expecting a boolean, but found " + Json.kind(value));
        }
        var meaning = new InputMeaning.Operator(comparison);
        return Made.entry(name, meaning, comparison.isNearness() ? near(left, value, at) : Values.operand(value, at));
    }

    private static Input casts(Condition.Operand left, JsonNode value, Path path) {
        var target = left.type().castTarget();
        var casts = new LinkedHashMap<String, Input.Entry>();
        for (var field : value.properties()) {
            var name = field.getKey();
            var type = target.filter(each -> each.pg().name().equals(name))
                    .orElseThrow(() -> Rights.refused(
                            path, "cannot cast column \"" + left.name() + "\" to type \"" + name + "\""));
            var operators = operators(new Condition.Operand.Cast(left, type), field.getValue(), path.key(name));
            casts.put(name, Made.entry(name, new InputMeaning.CastTo(type), operators));
        }
        return Made.object(casts, path);
    }

    private static Input near(Condition.Operand left, JsonNode value, Path path) {
        var parts = new LinkedHashMap<String, Input.Entry>();
        parts.put("distance", part("distance", InputMeaning.Nearness.Part.DISTANCE, value, path));
        parts.put("from", part("from", InputMeaning.Nearness.Part.FROM, value, path));
        if (left.type().isScalar("geography")) {
            var given = value.has("use_spheroid") ? value : USE_SPHEROID;
            parts.put("use_spheroid", part("use_spheroid", InputMeaning.Nearness.Part.USE_SPHEROID, given, path));
        }
        return Made.object(parts, path);
    }

    private static Input.Entry part(String name, InputMeaning.Nearness.Part part, JsonNode of, Path path) {
        if (!of.hasNonNull(name)) {
            throw Rights.refused(path, "key \"" + name + "\" not found");
        }
        return Made.entry(name, new InputMeaning.Nearness(part), Values.operand(of.path(name), path.key(name)));
    }
}
