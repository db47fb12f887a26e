package dev.dovetail.planner;

import dev.dovetail.operation.Input;
import dev.dovetail.schema.InputMeaning;
import dev.dovetail.sql.Alias;
import dev.dovetail.sql.Expr;
import dev.dovetail.sql.Item;
import dev.dovetail.sql.Order;
import java.util.ArrayList;
import java.util.List;

/**
 * A client's order of groups. The select that groups offers what it sorts by as items, so that both its own limit and
 * the list around it can sort by them.
 */
final class GroupOrder {
    private final GroupKeys keys;
    private final Access.Rows rows;
    private final Alias group;
    private final List<Item> items = new ArrayList<>();
    private final List<Order> orders = new ArrayList<>();

    /** @param rows those that are grouped */
    GroupOrder(GroupKeys keys, Access.Rows rows, Alias group) {
        this.keys = keys;
        this.rows = rows;
        this.group = group;
    }

    void add(Input input) {
        switch (input) {
            case Input.Null _ -> {}
            case Input.Items(var of, var _, var _) -> of.forEach(this::add);
            case Input.Fields fields -> fields.of().values().forEach(this::entry);
            case Input.Scalar _, Input.EnumName _ -> throw new IllegalStateException("an order is an object");
        }
    }

    private void entry(Input.Entry entry) {
        if (entry.value().isNull()) {
            return;
        }
        switch (entry.meaning()) {
            case InputMeaning.OrderByKeys(), InputMeaning.OrderByAggregates() -> add(entry.value());
            case InputMeaning.OrderByColumn(var column) -> key(column.field(), entry.value());
            case InputMeaning.OrderByComputed(var computed) -> key(computed.field(), entry.value());
            case InputMeaning.OrderByCount() -> aggregate(Expr.aggregate("count"), entry.value());
            case InputMeaning.OrderByFunction(var function) ->
                ((Input.Fields) entry.value()).of().values().forEach(each -> function(function, each));
            case InputMeaning other -> throw new IllegalStateException("no order of groups: " + other);
        }
    }

    private void key(String field, Input direction) {
        orders.add(OrderReader.order(keys.of(field, group, direction.path()), direction));
    }

    private void function(String function, Input.Entry entry) {
        if (!entry.value().isNull()) {
            var column = ((InputMeaning.OrderByColumn) entry.meaning()).column();
            aggregate(Aggregates.call(function, column.type(), rows.column(column)), entry.value());
        }
    }

    private void aggregate(Expr value, Input direction) {
        var name = Joins.hiddenKey("order" + items.size());
        items.add(new Item(value, name));
        orders.add(OrderReader.order(new Expr.Column(group, name), direction));
    }

    List<Item> items() {
        return items;
    }

    List<Order> orders() {
        return orders;
    }
}
