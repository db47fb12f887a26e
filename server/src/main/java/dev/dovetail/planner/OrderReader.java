package dev.dovetail.planner;

import dev.dovetail.error.ApiException;
import dev.dovetail.model.Column;
import dev.dovetail.model.ComputedField;
import dev.dovetail.model.Relationship;
import dev.dovetail.operation.BoundField;
import dev.dovetail.operation.Input;
import dev.dovetail.schema.ArgumentName;
import dev.dovetail.schema.InputMeaning;
import dev.dovetail.sql.Alias;
import dev.dovetail.sql.Expr;
import dev.dovetail.sql.Item;
import dev.dovetail.sql.Order;
import dev.dovetail.sql.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A client's {@code order_by} as sort keys on a row. Related rows are seen as the role reads them. */
final class OrderReader {
    private final Access access;
    private final RoutineCalls routines;

    OrderReader(StatementScope scope, Access access) {
        this.access = access;
        this.routines = new RoutineCalls(scope);
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

    /** The columns of {@code distinct_on}, which must be those that are sorted by first. */
    static List<Column> distinct(Origin origin, BoundField field, List<Key> keys) {
        var columns = field.argument(ArgumentName.DISTINCT_ON).map(Input::enumNames).orElse(List.of()).stream()
                .map(origin::column)
                .toList();
        var leading = keys.stream().limit(columns.size()).map(Key::column).collect(Collectors.toSet());
        if (!keys.isEmpty() && !leading.containsAll(columns)) {
            throw ApiException.validation(
                    field.path().key("args"), "\"distinct_on\" columns must match initial \"order_by\" columns");
        }
        return columns;
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
            case InputMeaning.OrderByAggregate(var relationship) ->
                aggregates(() -> related(relationship, row), (Input.Fields) value);
            case InputMeaning.OrderByComputed(var computed) ->
                List.of(new Key(order(call(computed, row), value), null));
            case InputMeaning.OrderByComputedAggregate(var computed, var rows) ->
                aggregates(() -> new Reached(access.read(rows, call(computed, row)), Expr.TRUE), (Input.Fields) value);
            case InputMeaning other -> throw new IllegalStateException("no part of an order: " + other);
        };
    }

    private Expr.NamedCall call(ComputedField computed, Alias row) {
        return routines.call(computed.routine(), () -> new Expr.WholeRow(row));
    }

    /** Rows reached from a row, and what connects them to it. */
    private record Reached(Access.Rows rows, Expr correlation) {
        Select one(Expr value) {
            return Select.of(new Item(value, "key"))
                    .withFrom(rows.from())
                    .withWhere(Expr.and(correlation, rows.filter()));
        }
    }

    private Reached related(Relationship relationship, Alias row) {
        var rows = access.read(relationship.target().get());
        return new Reached(rows, Conditions.correlation(relationship, row, rows.alias()));
    }

    static Order order(Expr by, Input direction) {
        var name = ((Input.EnumName) direction).name();
        var descending = name.startsWith("desc");
        var nullsFirst = name.endsWith("nulls_first") || name.equals("desc");
        return new Order(by, descending, nullsFirst);
    }

    /** Each key of the related row becomes a subselect, so that a missing row sorts as null. */
    private List<Key> related(Relationship relationship, Input value, Alias row) {
        var reached = related(relationship, row);
        var inner = read(value, reached.rows().alias());
        return inner.stream()
                .map(key -> {
                    var select = reached.one(key.order().by()).withLimit(new Expr.Int(1));
                    return new Key(moved(key.order(), new Expr.Subselect(select)), null);
                })
                .toList();
    }

    private List<Key> aggregates(Supplier<Reached> related, Input.Fields value) {
        var keys = new ArrayList<Key>();
        for (var entry : value.of().values()) {
            if (entry.value().isNull()) {
                continue;
            }
            switch (entry.meaning()) {
                case InputMeaning.OrderByCount() -> {
                    var count = related.get().one(Expr.aggregate("count"));
                    keys.add(new Key(order(new Expr.Subselect(count), entry.value()), null));
                }
                case InputMeaning.OrderByFunction(var function) -> {
                    for (var each : ((Input.Fields) entry.value()).of().values()) {
                        if (each.value().isNull()) {
                            continue;
                        }
                        var column = ((InputMeaning.OrderByColumn) each.meaning()).column();
                        var reached = related.get();
                        var called = Aggregates.call(
                                function, column.type(), reached.rows().column(column));
                        var aggregate = reached.one(called);
                        keys.add(new Key(order(new Expr.Subselect(aggregate), each.value()), null));
                    }
                }
                case InputMeaning other -> throw new IllegalStateException("no aggregate to order by: " + other);
            }
        }
        return keys;
    }

    private static Order moved(Order order, Expr by) {
        return new Order(by, order.descending(), order.nullsFirst());
    }
}
