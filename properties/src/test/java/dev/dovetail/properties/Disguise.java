package dev.dovetail.properties;

import dev.dovetail.properties.World.Data;
import dev.dovetail.properties.World.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Other rows that look the same to a role: random changes, of which those stay that it must not notice. What it may
 * notice are the rows its filters admit, with its columns, and the columns by which relationships, functions and
 * computed fields of its tables work, since these tell of them by design.
 */
record Disguise(Viewer viewer, Choices choices) {
    private static final int ATTEMPTS = 60;

    Data of(Data data) {
        var seen = seen(data);
        var now = data;
        for (var i = 0; i < ATTEMPTS; i++) {
            var other = changed(now);
            if (seen(other).equals(seen)) {
                now = other;
            }
        }
        return now;
    }

    private Data changed(Data data) {
        var tables = viewer.world().tables().stream()
                .filter(each -> each.view() == null)
                .toList();
        var table = choices.of(tables);
        var rows = new ArrayList<>(data.of(table.name()));
        var at = choices.below(rows.size() + 1);
        if (at == rows.size()) {
            rows.add(row(table, data));
        } else if (choices.chance(25)) {
            rows.remove(at);
        } else {
            var column = choices.of(table.columns());
            rows.set(at, rows.get(at).with(column.name(), value(table, column, data)));
        }
        if (rows.stream().map(each -> key(table, each)).distinct().count() < rows.size()) {
            return data;
        }
        var all = new LinkedHashMap<String, List<Row>>();
        tables.forEach(each -> all.put(each.name(), each == table ? rows : data.of(each.name())));
        return DataGenerator.withViews(viewer.world(), all);
    }

    private Row row(Table table, Data data) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        table.columns().forEach(each -> values.put(each.name(), value(table, each, data)));
        return new Row(values);
    }

    private @Nullable Object value(Table table, World.Column column, Data data) {
        if (column.nullable() && choices.chance(25)) {
            return null;
        }
        if (table.key().contains(column.name())) {
            return new BigDecimal(choices.below(30));
        }
        var references = column.references();
        return references == null || data.of(references).isEmpty()
                ? column.type().value(choices)
                : choices.of(data.of(references)).get("id");
    }

    private static List<@Nullable Object> key(Table table, Row row) {
        return table.key().stream().<@Nullable Object>map(row::get).toList();
    }

    /** By table and key. */
    private Map<String, Map<Object, Object>> seen(Data data) {
        var evaluator = new Evaluator(viewer, data);
        var seen = new HashMap<String, Map<Object, Object>>();
        for (var table : viewer.tables()) {
            var view = table.view();
            var keys = view == null
                    ? table.key()
                    : viewer.world().table(view.base()).key();
            var rows = new HashMap<Object, Object>();
            for (var row : evaluator.visible(table)) {
                var values = new ArrayList<@Nullable Object>();
                exposed(table).forEach(each -> values.add(row.get(each)));
                rows.put(keys.stream().<@Nullable Object>map(row::get).toList(), values);
            }
            seen.put(table.name(), rows);
        }
        return seen;
    }

    private Set<String> exposed(Table table) {
        var columns = new LinkedHashSet<String>();
        viewer.columns(table).forEach(each -> columns.add(each.name()));
        viewer.scalars(table).forEach(each -> columns.add(each.column()));
        viewer.relationships(table).forEach(each -> columns.addAll(each.pairs().keySet()));
        viewer.tableFields(table).forEach(each -> columns.add(each.column()));
        table.functions().forEach(each -> columns.add(each.column()));
        for (var other : viewer.tables()) {
            viewer.relationships(other).stream()
                    .filter(each -> each.target().equals(table.name()))
                    .forEach(each -> columns.addAll(each.pairs().values()));
            viewer.tableFields(other).stream()
                    .filter(each -> each.target().equals(table.name()))
                    .forEach(each -> columns.add(each.targetColumn()));
        }
        return columns;
    }
}
