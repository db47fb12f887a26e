package dev.dovetail.planner;

import dev.dovetail.model.Column;
import dev.dovetail.model.Condition;
import dev.dovetail.model.NativeQuery;
import dev.dovetail.model.SelectRule;
import dev.dovetail.model.Table;
import dev.dovetail.sql.Alias;
import dev.dovetail.sql.Body;
import dev.dovetail.sql.Expr;
import dev.dovetail.sql.From;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one door to a table's rows, with three leaves. Nothing else makes a {@link From.Table}, a {@link From.Called} or
 * a {@link From.Answered}.
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
    record Rows(From from, Alias alias, Expr filter) {
        Expr column(Column column) {
            return new Expr.Column(alias, column.name().value());
        }
    }

    /** The table a mutation writes. */
    record Target(From.Table from, Expr filter) {
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
        return admitted(Ledger.Leaf.READ, from, from.alias(), filter(rule.filter(), from.alias()));
    }

    /** Rows of the table that a function answers: seen like any of its rows. */
    Rows read(Table table, Expr.NamedCall function) {
        var from = new From.Called(function, scope.alias());
        var filter = filter(readRule(table).filter(), from.alias());
        return admitted(Ledger.Leaf.READ, from, from.alias(), filter);
    }

    /**
     * Rows of a native query. It stands before the statement, where no name of ours is seen, and is run once.
     *
     * @param values for its holes
     */
    Rows read(NativeQuery query, List<Expr> values) {
        var name = scope.before(new Body.Raw(query.code().query(), values));
        var from = new From.Answered(name, scope.alias());
        var filter = filter(readRule(query).filter(), from.alias());
        return admitted(Ledger.Leaf.READ, from, from.alias(), filter);
    }

    /** The rule by which the role reads a native query's rows. Binding has made sure that there is one. */
    SelectRule readRule(NativeQuery query) {
        var rule = query.returns().rule(scope.role());
        if (rule == null) {
            throw new IllegalStateException("role " + scope.role() + " may not read " + query);
        }
        return rule;
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
        var from = new From.Table(table.name(), scope.alias());
        return admitted(Ledger.Leaf.TRUSTED, from, from.alias(), Expr.TRUE);
    }

    /** What a function of a mutation answers, to be read by a later statement like any rows of its table. */
    Rows outcome(Expr.NamedCall function) {
        var from = new From.Called(function, scope.alias());
        return admitted(Ledger.Leaf.TARGET, from, from.alias(), Expr.TRUE);
    }

    /** For stored permissions only. */
    Rows trusted(Expr.NamedCall function) {
        var from = new From.Called(function, scope.alias());
        return admitted(Ledger.Leaf.TRUSTED, from, from.alias(), Expr.TRUE);
    }

    /** @param filter the role's update or delete filter; null for an insert */
    Target target(Table table, @Nullable Condition filter) {
        var from = new From.Table(table.name(), scope.alias());
        var rows = admitted(
                Ledger.Leaf.TARGET, from, from.alias(), filter == null ? Expr.TRUE : filter(filter, from.alias()));
        return new Target(from, rows.filter());
    }

    private Rows admitted(Ledger.Leaf leaf, From from, Alias alias, Expr filter) {
        scope.ledger().admit(leaf, alias, filter);
        return new Rows(from, alias, filter);
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
