package dev.dovetail.planner;

import dev.dovetail.model.Column;
import dev.dovetail.model.Relationship;
import dev.dovetail.operation.Input;
import dev.dovetail.schema.InputMeaning;
import dev.dovetail.sql.Alias;
import dev.dovetail.sql.Expr;
import dev.dovetail.sql.From;
import dev.dovetail.sql.Item;
import dev.dovetail.sql.Order;
import dev.dovetail.sql.Select;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A client's {@code order_by} as sort keys on a row. Related rows are seen as the role reads them. */
final class OrderReader {
    private final Access access;

    OrderReader(Access access) {
        this.access = access;
    }

    /** @param column the plain column it sorts by, for {@code distinct_on}; null for anything related */
    record Key(Order order, @Nullable Column column) {}

    List<Key> read(Input input, Alias row) {
        var keys = new ArrayList<Key>();
        switch (input) {
            case Input.Null _ -> {}
            case Input.Items(var of, var _, var _) -> of.forEach(each -> keys.addAll(read(each, row)));
            case Input.Fields fields -> fields.of().values().forEach(entry -> keys.addAll(entry(entry, row)));
            case Input.Scalar _, Input.EnumName _ -> throw new IllegalStateException("an order is an object");
        }
        return keys;
    }

    private List<Key> entry(Input.Entry entry, Alias row) {
        var value = entry.value();
        if (value.isNull()) {
            return List.of();
        }
        return switch (entry.meaning()) {
            case InputMeaning.OrderByColumn(var column) ->
                List.of(new Key(order(new Expr.Column(row, column.name().value()), value), column));
            case InputMeaning.OrderByRelated(var relationship) -> related(relationship, value, row);
            case InputMeaning.OrderByAggregate(var relationship) -> aggregates(relationship, (Input.Fields) value, row);
            case InputMeaning other -> throw new IllegalStateException("no part of an order: " + other);
        };
    }

    private static Order order(Expr by, Input direction) {
        var name = ((Input.EnumName) direction).name();
        var descending = name.startsWith("desc");
        var nullsFirst = name.endsWith("nulls_first") || name.equals("desc");
        return new Order(by, descending, nullsFirst);
    }

    /** Each key of the related row becomes a subselect, so that a missing row sorts as null. */
    private List<Key> related(Relationship relationship, Input value, Alias row) {
        var rows = access.read(relationship.target().get());
        var inner = read(value, rows.alias());
        return inner.stream()
                .map(key -> {
                    var select = one(relationship, rows, key.order().by(), row).withLimit(new Expr.Int(1));
                    return new Key(moved(key.order(), new Expr.Subselect(select)), null);
                })
                .toList();
    }

    private List<Key> aggregates(Relationship relationship, Input.Fields value, Alias row) {
        var keys = new ArrayList<Key>();
        for (var entry : value.of().values()) {
            if (entry.value().isNull()) {
                continue;
            }
            switch (entry.meaning()) {
                case InputMeaning.OrderByCount() -> {
                    var rows = access.read(relationship.target().get());
                    var count = one(relationship, rows, Expr.aggregate("count"), row);
                    keys.add(new Key(order(new Expr.Subselect(count), entry.value()), null));
                }
                case InputMeaning.OrderByFunction(var function) -> {
                    for (var each : ((Input.Fields) entry.value()).of().values()) {
                        if (each.value().isNull()) {
                            continue;
                        }
                        var column = ((InputMeaning.OrderByColumn) each.meaning()).column();
                        var rows = access.read(relationship.target().get());
                        var aggregate =
                                one(relationship, rows, Aggregates.call(function, column, rows.column(column)), row);
                        keys.add(new Key(order(new Expr.Subselect(aggregate), each.value()), null));
                    }
                }
                case InputMeaning other -> throw new IllegalStateException("no aggregate to order by: " + other);
            }
        }
        return keys;
    }

    private static Select one(Relationship relationship, Access.Rows rows, Expr value, Alias row) {
        From from = rows.from();
        return Select.of(new Item(value, "key"))
                .withFrom(from)
                .withWhere(Expr.and(Conditions.correlation(relationship, row, rows.alias()), rows.filter()));
    }

    private static Order moved(Order order, Expr by) {
        return new Order(by, order.descending(), order.nullsFirst());
    }
}
