package dev.dovetail.operation.legacy;

import dev.dovetail.catalog.KeyInfo;
import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.metadata.Fields;
import dev.dovetail.model.Column;
import dev.dovetail.model.InsertRule;
import dev.dovetail.model.Table;
import dev.dovetail.name.ColumnName;
import dev.dovetail.operation.BoundField;
import dev.dovetail.operation.Input;
import dev.dovetail.schema.ArgumentName;
import dev.dovetail.schema.FieldMeaning;
import dev.dovetail.schema.InputMeaning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Inserts and upserts. */
record Inserts(Rights rights) {
    private static final String RETURNS =
            "; \"returning\" can only be used if the role has \"select\" permission on the table";

    BoundField bind(DataCall.Insert call, Table table) {
        var at = Path.ROOT.key("objects");
        var objects = Fields.elements(call.objects(), at, Fields::raw);
        if (objects.isEmpty()) {
            throw Rights.refused(at, "objects should not be empty");
        }
        var rule = rights.insert(table);
        var answer = new Mutations(rights).answer(call.returning(), table, RETURNS);
        var rows = new ArrayList<Input>();
        var given = new LinkedHashSet<Column>();
        var all = Json.array();
        for (var object : objects) {
            var row = row(object, table, rule, at.index(rows.size()));
            row.of().values().forEach(each -> given.add(((InputMeaning.ColumnInput) each.meaning()).column()));
            all.add(row.json());
            rows.add(row);
        }
        var inputs = new LinkedHashMap<String, Input.Entry>();
        Made.argument(inputs, ArgumentName.OBJECTS, Made.list(rows, all, Path.ROOT));
        if (call.onConflict() != null) {
            Made.argument(inputs, ArgumentName.ON_CONFLICT, conflict(call.onConflict(), table, given));
        }
        return Made.field(Mutations.ROOT, new FieldMeaning.InsertMany(table), inputs, answer);
    }

    /** Keyed by the names that the rest of the house knows the columns by. */
    private Input.Fields row(JsonNode object, Table table, InsertRule rule, Path path) {
        var entries = new LinkedHashMap<String, Input.Entry>();
        Fields.entries(object, path, Fields::raw).forEach((name, json) -> {
            var column = column(name, table, rule, path);
            var value = Values.of(column, json, path.key(name));
            entries.put(column.field(), Made.entry(column.field(), new InputMeaning.ColumnInput(column), value));
        });
        return Made.object(entries, path);
    }

    private Column column(String name, Table table, InsertRule rule, Path path) {
        var column = table.findColumn(new ColumnName(name)).orElseThrow(() -> unknownColumn(name, path));
        if (rule.presets().containsKey(column)) {
            throw new ApiException(
                    ErrorCode.NOT_SUPPORTED,
                    path,
                    "column \"" + name + "\" is not insertable for role \"" + rights.role() + "\"");
        }
        return rights.allowed(column, rule.columns(), "insert", name, path);
    }

    private static ApiException unknownColumn(String name, Path path) {
        return new ApiException(ErrorCode.NOT_EXISTS, path, "column \"" + name + "\" does not exist");
    }

    private Input conflict(DataCall.Conflict conflict, Table table, Set<Column> given) {
        var path = Path.ROOT.key("on_conflict");
        var updates = rights.updateOrNone(table);
        if (updates == null) {
            throw new ApiException(
                    ErrorCode.PERMISSION_DENIED,
                    path,
                    "upsert is not allowed for role \"" + rights.role()
                            + "\" since update permissions are not defined");
        }
        var constraint = constraint(conflict, table, path);
        if (conflict.update()) {
            if (constraint == null) {
                throw Rights.refused(path, "Expecting 'constraint' or 'constraint_on' when the 'action' is 'update'");
            }
            for (var column : given) {
                if (!updates.columns().contains(column)) {
                    throw ApiException.validation(path, "column \"" + column.name() + "\" is not updatable");
                }
            }
        }
        var updated = conflict.update() ? given.stream().map(Column::field).toList() : List.<String>of();
        var entries = new LinkedHashMap<String, Input.Entry>();
        if (constraint != null) {
            Made.argument(entries, ArgumentName.CONSTRAINT, Made.name(constraint, path));
        }
        Made.argument(entries, ArgumentName.UPDATE_COLUMNS, Made.names(updated, path));
        return Made.object(entries, path);
    }

    private static @Nullable String constraint(DataCall.Conflict conflict, Table table, Path path) {
        var columns = conflict.columns();
        var constraint = conflict.constraint();
        if (columns != null && constraint != null) {
            throw Rights.refused(path, "'constraint' and 'constraint_on' cannot be set at a time");
        }
        if (columns != null) {
            return on(columns, table, path.key("constraint_on"));
        }
        if (constraint != null && keys(table).noneMatch(key -> key.constraint().equals(constraint))) {
            throw new ApiException(
                    ErrorCode.UNEXPECTED,
                    path.key("constraint"),
                    "constraint \"" + constraint + "\" for table \"" + table + "\" does not exist");
        }
        return constraint;
    }

    private static String on(List<ColumnName> columns, Table table, Path path) {
        for (var i = 0; i < columns.size(); i++) {
            if (table.findColumn(columns.get(i)).isEmpty()) {
                throw unknownColumn(columns.get(i).value(), path.index(i));
            }
        }
        return keys(table)
                .filter(key -> Set.copyOf(key.columns()).equals(Set.copyOf(columns)))
                .map(KeyInfo::constraint)
                .findFirst()
                .orElseThrow(() -> new ApiException(
                        ErrorCode.CONSTRAINT_ERROR,
                        path,
                        "there is no unique or exclusion constraint matching the ON CONFLICT specification"));
    }

    private static Stream<KeyInfo> keys(Table table) {
        return Stream.concat(Optional.ofNullable(table.info().primaryKey()).stream(), table.info().uniques().stream());
    }
}
