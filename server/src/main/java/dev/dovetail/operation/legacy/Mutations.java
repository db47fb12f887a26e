package dev.dovetail.operation.legacy;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.model.SelectRule;
import dev.dovetail.model.Table;
import dev.dovetail.name.ColumnName;
import dev.dovetail.operation.BoundField;
import dev.dovetail.operation.Input;
import dev.dovetail.schema.ArgumentName;
import dev.dovetail.schema.FieldMeaning;
import dev.dovetail.schema.InputMeaning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Updates and deletes, and what mutations answer. */
record Mutations(Rights rights) {
    static final String ROOT = "root";

    BoundField update(DataCall.Update call, Table table) {
        var rule = rights.update(table);
        rights.select(table, needsSelect("update"));
        var inputs = new LinkedHashMap<String, Input.Entry>();
        for (var change : DataCall.Change.values()) {
            var path = Path.ROOT.key(change.key());
            var columns = new LinkedHashMap<String, Input.Entry>();
            call.changes()
                    .getOrDefault(change, new LinkedHashMap<>())
                    .forEach((name, json) -> columns.put(name, changed(table, name, json, path)));
            if (!columns.isEmpty()) {
                Made.argument(inputs, change.argument(), Made.object(columns, path));
            }
        }
        var defaults = new LinkedHashMap<String, Input.Entry>();
        for (var name : call.toDefault()) {
            defaults.put(name.value(), changed(table, name.value(), Json.string(null), Path.ROOT.key("$default")));
        }
        if (!defaults.isEmpty()) {
            Made.argument(inputs, ArgumentName.DEFAULT, Made.object(defaults, Path.ROOT));
        }
        if (inputs.isEmpty() && rule.presets().isEmpty()) {
            throw Rights.refused(Path.ROOT, "atleast one of $set, $inc, $mul has to be present");
        }
        var answer = answer(call.returning(), table, null);
        where(inputs, call.where(), table);
        return Made.field(ROOT, new FieldMeaning.UpdateWhere(table), inputs, answer);
    }

    private Input.Entry changed(Table table, String name, JsonNode json, Path path) {
        var rule = rights.update(table);
        var column = table.findColumn(new ColumnName(name)).orElse(null);
        if (column != null && rule.presets().containsKey(column)) {
            throw new ApiException(
                    ErrorCode.NOT_SUPPORTED,
                    path,
                    "column \"" + name + "\" is not updatable for role \"" + rights.role()
                            + "\"; its value is predefined in permission");
        }
        var allowed = rights.allowed(column, rule.columns(), "update", name, path);
        return Made.entry(name, new InputMeaning.ColumnInput(allowed), Values.of(allowed, json, path.key(name)));
    }

    BoundField delete(DataCall.Delete call, Table table) {
        rights.requireDelete(table);
        rights.select(table, needsSelect("delete"));
        var inputs = new LinkedHashMap<String, Input.Entry>();
        var answer = answer(call.returning(), table, null);
        where(inputs, call.where(), table);
        return Made.field(ROOT, new FieldMeaning.DeleteWhere(table), inputs, answer);
    }

    private void where(LinkedHashMap<String, Input.Entry> inputs, JsonNode where, Table table) {
        Made.argument(inputs, ArgumentName.WHERE, new Wheres(rights).read(where, table, Path.ROOT.key("where")));
    }

    private static String needsSelect(String what) {
        return "; \"" + what + "\" is only allowed if the role has \"select\" permission as \"where\" can't be used "
                + "without \"select\" permission on the table";
    }

    /** @param hint added when the role may not read what is to be returned */
    List<BoundField> answer(@Nullable List<ColumnName> returning, Table table, @Nullable String hint) {
        var fields = new ArrayList<BoundField>();
        fields.add(Made.field("affected_rows", new FieldMeaning.AffectedRows(), List.of()));
        if (returning == null) {
            return fields;
        }
        var path = Path.ROOT.key("returning");
        SelectRule rule = rights.select(table, hint == null ? "" : hint);
        var columns = new LinkedHashMap<String, BoundField>();
        for (var name : returning) {
            var column = table.findColumn(name).orElse(null);
            var allowed = rights.allowed(column, rule.columns(), "select", name.value(), path);
            columns.put(name.value(), Selects.column(allowed));
        }
        fields.add(Made.field("returning", new FieldMeaning.Returning(), List.copyOf(columns.values())));
        return fields;
    }
}
