package dev.dovetail.planner;

import dev.dovetail.sql.Alias;
import dev.dovetail.sql.Expr;
import dev.dovetail.sql.From;
import dev.dovetail.sql.Item;
import dev.dovetail.sql.Order;
import dev.dovetail.sql.Select;
import dev.dovetail.sql.TypeName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a selection: filtered, ordered, and cut by limit, offset or distinct. Cut rows come from a subselect that
 * offers the columns used of it, so {@link #from} is asked last.
 */
final class Window {
    private static final String ROW = Joins.hiddenKey("row");

    private final Access.Rows base;
    private final RowSource rows;
    private final Expr where;
    private final List<Order> order;
    private final @Nullable Select cut;
    private final TypeName rowType;

    private Window(
            Access.Rows base, RowSource rows, Expr where, List<Order> order, @Nullable Select cut, TypeName rowType) {
        this.rowType = rowType;
        this.base = base;
        this.rows = rows;
        this.where = where;
        this.order = order;
        this.cut = cut;
    }

    static Window whole(Access.Rows base, Expr where, List<Order> order, TypeName rowType) {
        return new Window(base, new RowSource(base.alias()), where, order, null, rowType);
    }

    /** @param cut the subselect without its items and its from */
    static Window cut(Access.Rows base, Select cut, Alias outer, TypeName rowType) {
        var order = new ArrayList<Order>();
        for (var key : cut.orderBy()) {
            var column = new Expr.Column(outer, orderKey(order.size()));
            order.add(new Order(column, key.descending(), key.nullsFirst()));
        }
        var rows = new RowSource(outer, new Expr.Column(outer, ROW));
        return new Window(base, rows, Expr.TRUE, order, cut, rowType);
    }

    private static String orderKey(int index) {
        return Joins.hiddenKey("order" + index);
    }

    RowSource rows() {
        return rows;
    }

    Expr where() {
        return where;
    }

    /** The order for the aggregate over these rows. */
    List<Order> order() {
        return order;
    }

    From from() {
        if (cut == null) {
            return base.from();
        }
        var items = new ArrayList<Item>();
        for (var column : rows.used()) {
            items.add(new Item(new Expr.Column(base.alias(), column.value()), column.value()));
        }
        for (var key : cut.orderBy()) {
            items.add(new Item(key.by(), orderKey(items.size() - rows.used().size())));
        }
        if (rows.usedWhole()) {
            items.add(new Item(new Expr.Cast(new Expr.WholeRow(base.alias()), rowType), ROW));
        }
        if (items.isEmpty()) {
            items.add(new Item(new Expr.Int(1), "one"));
        }
        var select = Select.of(items)
                .withFrom(base.from())
                .withWhere(cut.where())
                .withDistinctOn(cut.distinctOn())
                .withOrderBy(cut.orderBy())
                .withLimit(cut.limit())
                .withOffset(cut.offset());
        return new From.Subselect(select, rows.alias(), false);
    }
}
