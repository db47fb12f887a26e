package dev.dovetail.planner;

import dev.dovetail.model.Table;
import dev.dovetail.name.ColumnName;
import dev.dovetail.operation.BoundField;
import dev.dovetail.planner.RowSelect.Lateral;
import dev.dovetail.schema.ArgumentName;
import dev.dovetail.schema.FieldMeaning;
import dev.dovetail.sql.Alias;
import dev.dovetail.sql.Expr;
import dev.dovetail.sql.From;
import dev.dovetail.sql.Item;
import dev.dovetail.sql.Select;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Selects groups of rows as JSON. An inner select makes the groups; a select around it, whose rows are groups, sorts
 * and cuts them and joins what the keys relate to. The role's row limit bounds the groups, not what is aggregated, as
 * it does for other aggregates.
 */
final class GroupSelect {
    private static final String JSON = "json";

    private final StatementScope scope;
    private final Access access;
    private final AggregateFields aggregates;
    private final RowSelect rowSelect;

    GroupSelect(StatementScope scope, Access access, AggregateFields aggregates, RowSelect rowSelect) {
        this.scope = scope;
        this.access = access;
        this.aggregates = aggregates;
        this.rowSelect = rowSelect;
    }

    /** A select of one row: the list of the groups. */
    Select of(Table table, BoundField field, RowSelect.Correlation correlation, List<String> path) {
        var rows = access.read(table);
        var keys = GroupKeys.read(table, field, new RoutineCalls(scope), rows);
        var group = scope.alias();
        var order = new GroupOrder(keys, rows, group);
        field.argument(ArgumentName.ORDER_BY).ifPresent(order::add);
        var bodies = bodies(table, field, rows);
        var items = new ArrayList<>(keys.items());
        items.addAll(bodies.values());
        items.addAll(order.items());
        var grouped = Select.of(items)
                .withFrom(rows.from())
                .withWhere(Expr.and(correlation.apply(rows.alias()), rows.filter(), where(field, rows.alias())))
                .withGroupBy(keys.ordinals())
                .withHaving(having(table, field, rows.alias()));
        var from = cut(table, field, grouped, order, group);
        var built = object(new Group(table, keys, group, from), field.fields(), bodies, path);
        return Select.of(new Item(JsonShape.list(built.json(), order.orders()), JSON))
                .withFrom(built.from());
    }

    private Expr where(BoundField field, Alias row) {
        return field.argument(ArgumentName.WHERE)
                .map(each -> access.where(WhereReader.read(each), row))
                .orElse(Expr.TRUE);
    }

    private Expr having(Table table, BoundField field, Alias row) {
        return field.argument(ArgumentName.HAVING)
                .map(each -> access.where(GroupConditions.read(each, table), row))
                .orElse(Expr.TRUE);
    }

    /** The aggregates of each {@code aggregate} that is asked for, by response key. */
    private Map<String, Item> bodies(Table table, BoundField field, Access.Rows rows) {
        var bodies = new LinkedHashMap<String, Item>();
        for (var part : field.fields()) {
            if (part.meaning() instanceof FieldMeaning.AggregateBody) {
                var json = JsonShape.text(aggregates.of(table, part.fields(), new RowSource(rows.alias())));
                bodies.put(part.key(), new Item(json, Joins.hiddenKey("aggregate" + bodies.size())));
            }
        }
        return bodies;
    }

    private From cut(Table table, BoundField field, Select grouped, GroupOrder order, Alias group) {
        var paging = new Paging(scope);
        var limit = paging.limit(field, access.readRule(table).limit());
        var offset = paging.offset(field);
        if (limit == null && offset == null) {
            return new From.Subselect(grouped, group, false);
        }
        var cut = Select.of(grouped.items().stream()
                        .map(item -> new Item(new Expr.Column(group, item.name()), item.name()))
                        .toList())
                .withFrom(new From.Subselect(grouped, group, false))
                .withOrderBy(order.orders())
                .withLimit(limit)
                .withOffset(offset);
        return new From.Subselect(cut, group, false);
    }

    private record Group(Table table, GroupKeys keys, Alias alias, From from) {}

    private JsonShape.Built object(Group group, List<BoundField> parts, Map<String, Item> bodies, List<String> path) {
        var from = group.from();
        var shaped = new ArrayList<JsonShape.Field>();
        for (var part : parts) {
            var value = switch (part.meaning()) {
                case FieldMeaning.AggregateBody() ->
                    new Expr.Column(
                            group.alias(),
                            Objects.requireNonNull(bodies.get(part.key())).name());
                case FieldMeaning.GroupKeys() -> {
                    var keys = keys(group, part, Joins.within(path, part.key()));
                    from = keys.joined(from);
                    yield JsonShape.text(keys.fields());
                }
                case FieldMeaning.TypeName(var name) -> RowSelect.typeName(name);
                case FieldMeaning other -> throw new IllegalStateException("no part of a group: " + other);
            };
            shaped.add(new JsonShape.Field(part.key(), value));
        }
        return JsonShape.object(shaped, from, scope.alias());
    }

    private RowSelect.Object keys(Group group, BoundField part, List<String> path) {
        var fields = new ArrayList<JsonShape.Field>();
        var laterals = new ArrayList<Lateral>();
        for (var field : part.fields()) {
            switch (field.meaning()) {
                case FieldMeaning.ComputedValue(var computed, var type) -> {
                    var key = key(group, computed.field(), field);
                    fields.add(new JsonShape.Field(field.key(), rowSelect.value(field, type, key)));
                }
                case FieldMeaning.ColumnValue(var column) -> {
                    var key = key(group, column.field(), field);
                    fields.add(new JsonShape.Field(field.key(), rowSelect.value(field, column.type(), key)));
                }
                case FieldMeaning.CapitalValue(var column) ->
                    fields.add(new JsonShape.Field(field.key(), Expr.call("upper", key(group, column.field(), field))));
                case FieldMeaning.Related(var relationship) -> {
                    relationship.mapping().keySet().forEach(each -> requireKey(group, each, field));
                    var object = rowSelect.object(List.of(field), new RowSource(group.alias()), path);
                    fields.addAll(object.fields());
                    laterals.addAll(object.laterals());
                }
                case FieldMeaning.TypeName(var name) ->
                    fields.add(new JsonShape.Field(field.key(), RowSelect.typeName(name)));
                case FieldMeaning other -> throw new IllegalStateException("no key of a group: " + other);
            }
        }
        return new RowSelect.Object(fields, laterals);
    }

    private static void requireKey(Group group, ColumnName column, BoundField field) {
        key(group, group.table().column(column).field(), field);
    }

    private static Expr key(Group group, String name, BoundField field) {
        return group.keys().of(name, group.alias(), field.path());
    }
}
