package dev.dovetail.planner;

import dev.dovetail.operation.BoundField;
import dev.dovetail.schema.ArgumentName;
import dev.dovetail.sql.Expr;
import dev.dovetail.sql.Select;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the arguments of a selection of rows: {@code where}, {@code order_by}, {@code distinct_on} and paging. */
final class Windows {
    private final StatementScope scope;
    private final Access access;
    private final OrderReader orders;
    private final Paging paging;

    Windows(StatementScope scope, Access access) {
        this.scope = scope;
        this.access = access;
        this.orders = new OrderReader(scope, access);
        this.paging = new Paging(scope);
    }

    /** @param limitOfRole how many rows the role gets at most; null for all */
    Window of(Origin origin, BoundField field, RowSelect.Correlation correlation, @Nullable Integer limitOfRole) {
        var rows = origin.rows().get();
        var base = rows.alias();
        var where = field.argument(ArgumentName.WHERE)
                .map(each -> access.where(WhereReader.read(each), base))
                .orElse(Expr.TRUE);
        var condition = Expr.and(correlation.apply(base), rows.filter(), where);
        var keys = field.argument(ArgumentName.ORDER_BY)
                .map(each -> orders.read(each, base))
                .orElse(List.of());
        var distinct = OrderReader.distinct(origin, field, keys);
        var limit = paging.limit(field, limitOfRole);
        var offset = paging.offset(field);
        var sorted = keys.stream().map(OrderReader.Key::order).toList();
        if (limit == null && offset == null && distinct.isEmpty()) {
            return Window.whole(rows, condition, sorted, origin.rowType());
        }
        var cut = Select.of()
                .withWhere(condition)
                .withDistinctOn(distinct.stream().map(rows::column).toList())
                .withOrderBy(sorted)
                .withLimit(limit)
                .withOffset(offset);
        return Window.cut(rows, cut, scope.alias(), origin.rowType());
    }
}
