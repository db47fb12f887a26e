package dev.dovetail.planner;

import dev.dovetail.model.Column;
import dev.dovetail.model.Condition;
import dev.dovetail.model.SelectRule;
import dev.dovetail.model.Table;
import dev.dovetail.sql.Alias;
import dev.dovetail.sql.Expr;
import dev.dovetail.sql.From;
import org.jspecify.annotations.Nullable;

/**
 * The one door to a table's rows, with three leaves. Nothing else makes a {@link From.Table}.
 *
 * <ul>
 *   <li>{@link #read}: rows as the role may see them; for selections, and for filters, orders and aggregates that a
 *       client writes through relationships.
 *   <li>{@link #trusted}: all rows; only for compiling a stored permission, whose author could see them.
 *   <li>{@link #target}: the table a mutation writes, with the role's filter on it.
 * </ul>
 */
final class Access {
    private final StatementScope scope;

    Access(StatementScope scope) {
        this.scope = scope;
    }

    /** @param filter what every row must fulfil besides the caller's own conditions */
    record Rows(From.Table from, Expr filter) {
        Alias alias() {
            return from.alias();
        }

        Expr column(Column column) {
            return new Expr.Column(from.alias(), column.name().value());
        }
    }

    Rows read(Table table) {
        var rule = readRule(table);
        var from = new From.Table(table.name(), scope.alias());
        return admitted(Ledger.Leaf.READ, from, filter(rule.filter(), from.alias()));
    }

    /** The rule by which the role reads the table. Binding has made sure that there is one. */
    SelectRule readRule(Table table) {
        var rule = table.rules(scope.role()).select();
        if (rule == null) {
            throw new IllegalStateException("role " + scope.role() + " may not read " + table);
        }
        return rule;
    }

    /** For stored permissions only. */
    Rows trusted(Table table) {
        return admitted(Ledger.Leaf.TRUSTED, new From.Table(table.name(), scope.alias()), Expr.TRUE);
    }

    /** @param filter the role's update or delete filter; null for an insert */
    Rows target(Table table, @Nullable Condition filter) {
        var from = new From.Table(table.name(), scope.alias());
        return admitted(Ledger.Leaf.TARGET, from, filter == null ? Expr.TRUE : filter(filter, from.alias()));
    }

    private Rows admitted(Ledger.Leaf leaf, From.Table from, Expr filter) {
        scope.ledger().admit(leaf, from.alias(), filter);
        return new Rows(from, filter);
    }

    /** A stored permission's condition on a row of its table. */
    Expr filter(Condition condition, Alias row) {
        var compiled = new Conditions(scope, this, Conditions.Reach.TRUSTED, row).compile(condition, row);
        return scope.ledger().storedPermission(compiled);
    }

    /** A client's condition: what it reaches through relationships is filtered as the role reads it. */
    Expr where(Condition condition, Alias row) {
        return new Conditions(scope, this, Conditions.Reach.AS_ROLE, row).compile(condition, row);
    }
}
