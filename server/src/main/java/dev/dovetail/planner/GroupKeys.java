package dev.dovetail.planner;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.Path;
import dev.dovetail.model.Table;
import dev.dovetail.operation.BoundField;
import dev.dovetail.schema.ArgumentName;
import dev.dovetail.sql.Alias;
import dev.dovetail.sql.Expr;
import dev.dovetail.sql.Item;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** What rows are grouped by: the first items of the select that groups, which refers to them by number. */
final class GroupKeys {
    private final SequencedMap<String, Item> items;

    private GroupKeys(SequencedMap<String, Item> items) {
        this.items = items;
    }

    static GroupKeys read(Table table, BoundField field, RoutineCalls routines, Access.Rows rows) {
        var given = field.argument(ArgumentName.KEYS).orElseThrow();
        var items = new LinkedHashMap<String, Item>();
        for (var name : given.enumNames()) {
            items.put(name, item(name, table, routines, rows));
        }
        if (items.isEmpty()) {
            throw ApiException.validation(given.path(), "\"keys\" must name at least one key to group by");
        }
        return new GroupKeys(items);
    }

    private static Item item(String name, Table table, RoutineCalls routines, Access.Rows rows) {
        var column = table.findField(name);
        if (column.isPresent()) {
            return new Item(rows.column(column.get()), column.get().name().value());
        }
        var computed = table.computedFields().get(name);
        if (computed == null) {
            throw new IllegalStateException(table + " has no key " + name);
        }
        var value = routines.call(computed.routine(), () -> new Expr.WholeRow(rows.alias()));
        return new Item(value, Joins.hiddenKey("computed" + name));
    }

    List<Item> items() {
        return List.copyOf(items.sequencedValues());
    }

    List<Expr> ordinals() {
        var ordinals = new ArrayList<Expr>();
        for (var i = 1; i <= items.size(); i++) {
            ordinals.add(new Expr.Int(i));
        }
        return ordinals;
    }

    /** The key on its group; only what the rows are grouped by is the same for all of them. */
    Expr of(String field, Alias group, Path path) {
        var item = items.get(field);
        if (item == null) {
            throw ApiException.validation(path, "\"" + field + "\" is not among the \"keys\" of the groups");
        }
        return new Expr.Column(group, item.name());
    }
}
