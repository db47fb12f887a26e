package dev.dovetail.operation.legacy;

import dev.dovetail.error.Path;
import dev.dovetail.metadata.Fields;
import dev.dovetail.model.Relationship;
import dev.dovetail.model.Table;
import dev.dovetail.name.ColumnName;
import dev.dovetail.operation.Input;
import dev.dovetail.schema.InputMeaning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Orders: {@code "-id"}, {@code "+author.name"}, or objects with {@code column}, {@code type} and {@code nulls}. */
record Orders(Rights rights) {

    Input read(JsonNode json, Table table, Path path) {
        if (!json.isArray()) {
            return item(json, table, path.index(0));
        }
        var items = new ArrayList<Input>();
        for (var each : json) {
            items.add(item(each, table, path.index(items.size())));
        }
        return Made.list(items, path);
    }

    private Input item(JsonNode json, Table table, Path path) {
        if (json.isString()) {
            var text = json.stringValue();
            var signed = text.startsWith("-") || text.startsWith("+");
            return column(steps(signed ? text.substring(1) : text), text.startsWith("-") ? "desc" : "asc", table, path);
        }
        var fields = Fields.of("OrderByItem", json, path);
        return column(
                steps(fields.required("column"), fields.path("column")),
                direction(fields.optionalString("type"), fields.optionalString("nulls"), path),
                table,
                path);
    }

    private static String direction(@Nullable String type, @Nullable String nulls, Path path) {
        var direction = type == null ? "asc" : type;
        if (!direction.equals("asc") && !direction.equals("desc")) {
            throw Fields.fail(path.key("type"), "expected \"asc\" or \"desc\"");
        }
        if (nulls == null) {
            return direction;
        }
        if (!nulls.equals("first") && !nulls.equals("last")) {
            throw Fields.fail(path.key("nulls"), "expected \"first\" or \"last\"");
        }
        return direction + "_nulls_" + nulls;
    }

    private static List<String> steps(String dotted) {
        return List.of(dotted.split("\\.", -1));
    }

    /** {@code "author.name"} or {@code {"author": "name"}}. */
    private static List<String> steps(JsonNode json, Path path) {
        if (!json.isObject()) {
            return steps(Fields.text(json, path));
        }
        if (json.size() != 1) {
            throw Fields.fail(path, "expecting a single key object for a column of order_by");
        }
        var only = json.properties().iterator().next();
        var steps = new ArrayList<String>(List.of(only.getKey()));
        steps.addAll(steps(only.getValue(), path.key(only.getKey())));
        return steps;
    }

    private Input column(List<String> steps, String direction, Table table, Path path) {
        var name = steps.getFirst();
        var rest = steps.subList(1, steps.size());
        var entries = new LinkedHashMap<String, Input.Entry>();
        var relationship = table.relationships().get(name);
        if (table.findColumn(new ColumnName(name)).isPresent()) {
            if (!rest.isEmpty()) {
                throw Rights.refused(path, "\"" + name + "\" is a Postgres column and cannot be chained further");
            }
            var column = rights.readable(table, name, path);
            entries.put(name, Made.entry(name, new InputMeaning.OrderByColumn(column), Made.name(direction, path)));
        } else if (relationship != null) {
            var target = target(relationship, rest, path);
            var meaning = new InputMeaning.OrderByRelated(relationship);
            entries.put(name, Made.entry(name, meaning, column(rest, direction, target, path)));
        } else {
            throw Rights.unknown(path, name);
        }
        return Made.object(entries, path);
    }

    private Table target(Relationship relationship, List<String> rest, Path path) {
        var name = relationship.field();
        if (rest.isEmpty()) {
            throw Rights.refused(path, "\"" + name + "\" is a relationship and should be expanded");
        }
        if (relationship.kind() == Relationship.Kind.ARRAY) {
            throw Rights.refused(path, "\"" + name + "\" is an array relationship and can't be used in 'order_by'");
        }
        return rights.reached(relationship, path);
    }
}
