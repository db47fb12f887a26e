package dev.dovetail.planner;

import dev.dovetail.sql.Alias;
import dev.dovetail.sql.Body;
import dev.dovetail.sql.Expr;
import dev.dovetail.sql.From;
import dev.dovetail.sql.Order;
import dev.dovetail.sql.Select;
import dev.dovetail.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Proves of a statement that every table, and every function and native query that answers rows in it, came through
 * {@link Access} and stands under the filter it came with: in the WHERE of the very select, update or delete that names
 * it. All rows of a table may be seen in a stored permission only.
 */
final class PlanCheck {
    private final Ledger ledger;
    private int tables;

    private PlanCheck(Ledger ledger) {
        this.ledger = ledger;
    }

    /** @return how many tables the statement names */
    static int check(Statement statement, Ledger ledger) {
        var check = new PlanCheck(ledger);
        statement.with().forEach(cte -> check.body(cte.body()));
        check.body(statement.body());
        return check.tables;
    }

    private void body(Body body) {
        switch (body) {
            case Select select -> select(select, false);
            case Body.Raw(var _, var values) -> all(values, false);
            case Body.Insert insert -> {
                admitted(insert.into().alias(), Expr.TRUE, false, Ledger.Leaf.TARGET);
                switch (insert.rows()) {
                    case Body.Rows.Values(var rows) -> rows.forEach(row -> all(row, false));
                    case Body.Rows.Selected(var select) -> select(select, false);
                    case Body.Rows.AllDefault() -> {}
                }
                var conflict = insert.onConflict();
                if (conflict != null) {
                    conflict.assignments().forEach(each -> expr(each.value(), false));
                    expr(conflict.where(), false);
                }
                insert.returning().forEach(item -> expr(item.value(), false));
            }
            case Body.Update(var table, var assignments, var where, var returning) -> {
                admitted(table.alias(), where, false, Ledger.Leaf.TARGET);
                assignments.forEach(each -> expr(each.value(), false));
                expr(where, false);
                returning.forEach(item -> expr(item.value(), false));
            }
            case Body.Delete(var table, var where, var returning) -> {
                admitted(table.alias(), where, false, Ledger.Leaf.TARGET);
                expr(where, false);
                returning.forEach(item -> expr(item.value(), false));
            }
        }
    }

    private void select(Select select, boolean stored) {
        from(select.from(), select.where(), stored);
        select.items().forEach(item -> expr(item.value(), stored));
        all(select.distinctOn(), stored);
        expr(select.where(), stored);
        all(select.groupBy(), stored);
        expr(select.having(), stored);
        orders(select.orderBy(), stored);
        optional(select.limit(), stored);
        optional(select.offset(), stored);
    }

    private void from(@Nullable From from, Expr where, boolean stored) {
        switch (from) {
            case null -> {}
            case From.Table table -> admitted(table.alias(), where, stored, Ledger.Leaf.READ);
            case From.Called(var call, var alias) -> {
                var outcome = ledger.of(alias).filter(entry -> entry.leaf() == Ledger.Leaf.TARGET);
                admitted(alias, where, stored, outcome.isPresent() ? Ledger.Leaf.TARGET : Ledger.Leaf.READ);
                expr(call, stored);
            }
            case From.Answered(var _, var alias) -> admitted(alias, where, stored, Ledger.Leaf.READ);
            case From.CteRef _ -> {}
            case From.Subselect(var select, var _, var _) -> select(select, stored);
            case From.Unnest(var arrays, var _, var _) -> all(arrays, stored);
            case From.JsonRows(var json, var _, var _) -> expr(json, stored);
            case From.Function(var call, var _, var _) -> expr(call, stored);
            case From.Join(var left, var kind, var right, var on) -> {
                from(left, where, stored);
                // A table on the right of a LEFT JOIN is not filtered by the WHERE of the select.
                from(right, kind == From.Join.Kind.LEFT ? on : where, stored);
                expr(on, stored);
            }
        }
    }

    private void admitted(Alias alias, Expr where, boolean stored, Ledger.Leaf expected) {
        tables++;
        var entry = ledger.of(alias).orElseThrow(() -> new AssertionError(alias + " came through no door"));
        var leaf = stored ? Ledger.Leaf.TRUSTED : expected;
        if (entry.leaf() != leaf) {
            throw new AssertionError(alias + " came as " + entry.leaf() + ", but stands where " + leaf + " must");
        }
        if (where.equals(Expr.FALSE) || entry.filter().equals(Expr.TRUE)) {
            return;
        }
        if (!parts(where).contains(entry.filter())) {
            throw new AssertionError(alias + " stands without its filter " + entry.filter());
        }
    }

    /** The expression and, when it is a conjunction, what it is made of. Compared by identity. */
    private static Set<Expr> parts(Expr where) {
        Set<Expr> parts = Collections.newSetFromMap(new IdentityHashMap<>());
        var open = new ArrayList<>(List.of(where));
        while (!open.isEmpty()) {
            var each = open.removeLast();
            parts.add(each);
            if (each instanceof Expr.And(var of)) {
                open.addAll(of);
            }
        }
        return parts;
    }

    private void expr(Expr expr, boolean within) {
        var stored = within || ledger.isStored(expr);
        switch (expr) {
            case Expr.Column _,
                    Expr.WholeRow _,
                    Expr.Text _,
                    Expr.Int _,
                    Expr.Bool _,
                    Expr.Null _,
                    Expr.Parameter _,
                    Expr.Excluded _,
                    Expr.Default _ -> {}
            case Expr.Cast(var of, var _) -> expr(of, stored);
            case Expr.CastArray(var of, var _) -> expr(of, stored);
            case Expr.Call(var _, var _, var arguments) -> all(arguments, stored);
            case Expr.NamedCall(var _, var _, var arguments) -> arguments.forEach(each -> expr(each.value(), stored));
            case Expr.Binary(var left, var _, var right) -> all(List.of(left, right), stored);
            case Expr.And(var of) -> all(of, stored);
            case Expr.Or(var of) -> all(of, stored);
            case Expr.Not(var of) -> expr(of, stored);
            case Expr.IsNull(var of) -> expr(of, stored);
            case Expr.AnyOf(var value, var array, var _) -> all(List.of(value, array), stored);
            case Expr.Exists(var select) -> select(select, stored);
            case Expr.Subselect(var select) -> select(select, stored);
            case Expr.Case(var condition, var then, var otherwise) -> all(List.of(condition, then, otherwise), stored);
            case Expr.Aggregate(var _, var _, var arguments, var orderBy, var filter) -> {
                all(arguments, stored);
                orders(orderBy, stored);
                optional(filter, stored);
            }
            case Expr.RowOf(var of) -> all(of, stored);
        }
    }

    private void all(List<Expr> exprs, boolean stored) {
        exprs.forEach(each -> expr(each, stored));
    }

    private void orders(List<Order> orders, boolean stored) {
        orders.forEach(each -> expr(each.by(), stored));
    }

    private void optional(@Nullable Expr expr, boolean stored) {
        if (expr != null) {
            expr(expr, stored);
        }
    }
}
