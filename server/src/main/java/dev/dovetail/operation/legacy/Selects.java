package dev.dovetail.operation.legacy;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.model.Column;
import dev.dovetail.model.Relationship;
import dev.dovetail.model.Table;
import dev.dovetail.name.ColumnName;
import dev.dovetail.operation.Binder;
import dev.dovetail.operation.BoundField;
import dev.dovetail.operation.Input;
import dev.dovetail.operation.legacy.Selection.Item;
import dev.dovetail.schema.ArgumentName;
import dev.dovetail.schema.FieldMeaning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.IntNode;

/** What is selected of rows, and which rows. One serves one call. */
final class Selects {
    private final Rights rights;
    private int fields;

    Selects(Rights rights) {
        this.rights = rights;
    }

    SequencedMap<String, Input.Entry> arguments(Selection selection, Table table, Path path) {
        var inputs = new LinkedHashMap<String, Input.Entry>();
        if (selection.where() != null) {
            var where = new Wheres(rights).read(selection.where(), table, path.key("where"));
            Made.argument(inputs, ArgumentName.WHERE, where);
        }
        if (selection.orderBy() != null) {
            var order = new Orders(rights).read(selection.orderBy(), table, path.key("order_by"));
            Made.argument(inputs, ArgumentName.ORDER_BY, order);
        }
        number(inputs, ArgumentName.LIMIT, selection.limit(), path);
        number(inputs, ArgumentName.OFFSET, selection.offset(), path);
        return inputs;
    }

    private static void number(
            SequencedMap<String, Input.Entry> inputs, ArgumentName name, @Nullable Integer number, Path path) {
        if (number == null) {
            return;
        }
        var at = path.key(name.wire());
        if (number < 0) {
            throw new ApiException(ErrorCode.NOT_SUPPORTED, at, "unexpected negative value");
        }
        Made.argument(inputs, name, Values.number(IntNode.valueOf(number), at));
    }

    /** The fields, those given by name before those that a star stands for. */
    List<BoundField> fields(Selection selection, Table table, Path path) {
        var fields = new LinkedHashMap<String, BoundField>();
        var depth = -1;
        var at = path.key("columns");
        for (var i = 0; i < selection.columns().size(); i++) {
            switch (selection.columns().get(i)) {
                case Item.Column(var name) -> put(fields, column(table, name, at.index(i)));
                case Item.Related related -> put(fields, related(related, table, at.index(i)));
                case Item.Star(var levels) -> depth = Math.max(depth, levels);
            }
        }
        if (depth >= 0) {
            star(table, depth, at).forEach(each -> fields.putIfAbsent(each.key(), each));
        }
        return List.copyOf(fields.values());
    }

    private static void put(SequencedMap<String, BoundField> fields, BoundField field) {
        fields.put(field.key(), field);
    }

    private List<BoundField> star(Table table, int depth, Path path) {
        var fields = new ArrayList<BoundField>();
        var rule = rights.select(table, "");
        count(rule.columns().size());
        table.columns().stream().filter(rule.columns()::contains).forEach(each -> fields.add(column(each)));
        if (depth > 0) {
            for (var each : table.relationships().values()) {
                if (rights.reads(each.target().get())) {
                    var all = new Item.Related(each.field(), each.field(), Selection.all(depth - 1));
                    fields.add(related(all, table, path));
                }
            }
        }
        return fields;
    }

    /** A star of stars multiplies as fragments do: a short text could ask for more fields than memory holds. */
    private void count(int more) {
        fields += more;
        if (fields > Binder.FIELDS_MAX) {
            throw Rights.refused(
                    Path.ROOT.key("columns"), "the query selects more than " + Binder.FIELDS_MAX + " fields");
        }
    }

    private BoundField column(Table table, String name, Path path) {
        if (table.relationships().containsKey(name)
                && table.findColumn(new ColumnName(name)).isEmpty()) {
            throw Rights.refused(path, "relationships have to be expanded");
        }
        return column(rights.readable(table, name, path));
    }

    static BoundField column(Column column) {
        return Made.field(column.name().value(), new FieldMeaning.ColumnValue(column), List.of());
    }

    private BoundField related(Item.Related item, Table table, Path path) {
        var relationship = table.relationships().get(item.name());
        if (relationship == null) {
            throw table.findColumn(new ColumnName(item.name())).isPresent()
                    ? Rights.refused(path.key("name"), "only relationships can be expanded")
                    : Rights.unknown(path.key("name"), item.name());
        }
        count(1);
        var target = rights.reached(relationship, path);
        if (relationship.kind() == Relationship.Kind.OBJECT && item.selection().choosesRows()) {
            throw Rights.refused(
                    path,
                    "when selecting an 'obj_relationship' 'where', 'order_by', 'limit' and 'offset'  can't be used");
        }
        return Made.field(
                item.key(),
                new FieldMeaning.Related(relationship),
                arguments(item.selection(), target, path),
                fields(item.selection(), target, path));
    }
}
