package dev.dovetail.sql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Consumer;

/** Prints statements. The only place where SQL becomes text, and where identifiers and literals are quoted. */
public final class Printer {
    private final StringBuilder out = new StringBuilder(512);
    private final SequencedMap<Slot, Integer> numbers = new LinkedHashMap<>();

    private Printer() {}

    /**
     * A statement's text.
     *
     * @param slots those that stand in the text, in the order of their numbers there; a slot whose place was simplified
     *     away is not among them, for Postgres refuses a parameter it does not see
     */
    public record Printed(String text, List<Slot> slots) {}

    public static Printed print(Statement statement) {
        var printer = new Printer();
        printer.statement(statement);
        return new Printed(printer.out.toString(), List.copyOf(printer.numbers.keySet()));
    }

    private int number(Slot slot) {
        return numbers.computeIfAbsent(slot, absent -> numbers.size() + 1);
    }

    private void statement(Statement statement) {
        if (!statement.with().isEmpty()) {
            out.append("WITH ");
            list(statement.with(), cte -> {
                out.append(cte.name()).append(" AS (");
                body(cte.body());
                out.append(')');
            });
            out.append(' ');
        }
        body(statement.body());
    }

    private void body(Body body) {
        switch (body) {
            case Select select -> select(select);
            case Body.Raw(var query, var values) -> raw(query, values);
            case Body.Insert insert -> insert(insert);
            case Body.Update update -> update(update);
            case Body.Delete delete -> delete(delete);
        }
    }

    /** The inner parentheses keep everything out that is no SELECT. */
    private void raw(RawSelect query, List<Expr> values) {
        out.append('(');
        query.write(out, hole -> parenthesized(values.get(hole)));
        out.append(')');
    }

    private void select(Select select) {
        out.append("SELECT ");
        if (!select.distinctOn().isEmpty()) {
            out.append("DISTINCT ON (");
            list(select.distinctOn(), this::expr);
            out.append(") ");
        }
        list(select.items(), this::item);
        if (select.from() != null) {
            out.append(" FROM ");
            from(select.from());
        }
        condition(" WHERE ", select.where());
        if (!select.groupBy().isEmpty()) {
            out.append(" GROUP BY ");
            list(select.groupBy(), this::expr);
        }
        condition(" HAVING ", select.having());
        orderBy(select.orderBy());
        if (select.limit() != null) {
            out.append(" LIMIT ");
            expr(select.limit());
        }
        if (select.offset() != null) {
            out.append(" OFFSET ");
            expr(select.offset());
        }
    }

    private void item(Item item) {
        expr(item.value());
        out.append(" AS ");
        identifier(item.name());
    }

    private void condition(String clause, Expr condition) {
        if (!condition.equals(Expr.TRUE)) {
            out.append(clause);
            expr(condition);
        }
    }

    private void orderBy(List<Order> orders) {
        if (orders.isEmpty()) {
            return;
        }
        out.append(" ORDER BY ");
        list(orders, order -> {
            expr(order.by());
            out.append(order.descending() ? " DESC" : " ASC");
            out.append(order.nullsFirst() ? " NULLS FIRST" : " NULLS LAST");
        });
    }

    private void insert(Body.Insert insert) {
        out.append("INSERT INTO ");
        target(insert.into());
        if (!insert.columns().isEmpty()) {
            out.append(" (");
            list(insert.columns(), this::identifier);
            out.append(')');
        }
        switch (insert.rows()) {
            case Body.Rows.Values(var rows) -> {
                out.append(" VALUES ");
                list(rows, row -> {
                    out.append('(');
                    list(row, this::expr);
                    out.append(')');
                });
            }
            case Body.Rows.Selected(var select) -> {
                out.append(' ');
                select(select);
            }
            case Body.Rows.AllDefault() -> out.append(" DEFAULT VALUES");
        }
        if (insert.onConflict() != null) {
            onConflict(insert.onConflict());
        }
        returning(insert.returning());
    }

    private void onConflict(Body.OnConflict conflict) {
        out.append(" ON CONFLICT");
        if (conflict.constraint() != null) {
            out.append(" ON CONSTRAINT ");
            identifier(conflict.constraint());
        }
        if (conflict.assignments().isEmpty()) {
            out.append(" DO NOTHING");
            return;
        }
        out.append(" DO UPDATE SET ");
        list(conflict.assignments(), this::assignment);
        condition(" WHERE ", conflict.where());
    }

    private void update(Body.Update update) {
        out.append("UPDATE ");
        target(update.table());
        out.append(" SET ");
        list(update.assignments(), this::assignment);
        condition(" WHERE ", update.where());
        returning(update.returning());
    }

    private void delete(Body.Delete delete) {
        out.append("DELETE FROM ");
        target(delete.table());
        condition(" WHERE ", delete.where());
        returning(delete.returning());
    }

    private void target(From.Table table) {
        Quoting.table(out, table.name());
        out.append(" AS ").append(table.alias());
    }

    private void assignment(Body.Assignment assignment) {
        identifier(assignment.column());
        out.append(" = ");
        expr(assignment.value());
    }

    private void returning(List<Item> items) {
        if (!items.isEmpty()) {
            out.append(" RETURNING ");
            list(items, this::item);
        }
    }

    private void from(From from) {
        switch (from) {
            case From.Table table -> target(table);
            case From.CteRef(var cte, var alias) ->
                out.append(cte).append(" AS ").append(alias);
            case From.Subselect(var select, var alias, var lateral) -> {
                out.append(lateral ? "LATERAL (" : "(");
                select(select);
                out.append(") AS ").append(alias);
            }
            case From.Unnest(var arrays, var alias, var columns) -> {
                out.append("unnest(");
                list(arrays, this::expr);
                out.append(") WITH ORDINALITY AS ").append(alias).append('(');
                list(columns, this::identifier);
                out.append(')');
            }
            case From.JsonRows(var json, var alias, var columns) -> {
                out.append("json_to_recordset(");
                expr(json);
                out.append(") AS ").append(alias).append('(');
                list(columns, column -> {
                    identifier(column.name());
                    out.append(' ');
                    Quoting.type(out, column.type());
                });
                out.append(')');
            }
            case From.Function(var call, var alias, var columns) -> {
                expr(call);
                out.append(" WITH ORDINALITY AS ").append(alias).append('(');
                list(columns, this::identifier);
                out.append(')');
            }
            case From.Called(var call, var alias) -> {
                expr(call);
                out.append(" AS ").append(alias);
            }
            case From.Answered(var query, var alias) ->
                out.append(query).append(" AS ").append(alias);
            case From.Join(var left, var kind, var right, var on) -> {
                from(left);
                out.append(
                        switch (kind) {
                            case INNER -> " JOIN ";
                            case LEFT -> " LEFT JOIN ";
                        });
                from(right);
                out.append(" ON ");
                expr(on);
            }
        }
    }

    private void expr(Expr expr) {
        switch (expr) {
            case Expr.Column(var from, var name) -> {
                out.append(from).append('.');
                identifier(name);
            }
            // The bare alias would be taken for a column of that name, which a client or a table may have.
            case Expr.WholeRow(var from) -> out.append(from).append(".*");
            case Expr.Text(var value) -> Quoting.literal(out, value);
            case Expr.Int(var value) -> out.append(value);
            case Expr.Bool(var value) -> out.append(value);
            case Expr.Null() -> out.append("NULL");
            case Expr.Parameter(var slot) ->
                out.append("($").append(number(slot)).append(slot.kind() == Slot.Kind.TEXT ? "::text)" : "::text[])");
            case Expr.Cast(var of, var type) -> {
                parenthesized(of);
                out.append("::");
                Quoting.type(out, type);
            }
            case Expr.CastArray(var of, var element) -> {
                parenthesized(of);
                out.append("::");
                Quoting.type(out, element);
                out.append("[]");
            }
            case Expr.Call(var schema, var function, var arguments) -> {
                Quoting.function(out, schema, function);
                out.append('(');
                list(arguments, this::expr);
                out.append(')');
            }
            case Expr.NamedCall(var schema, var function, var arguments) -> {
                Quoting.function(out, schema, function);
                out.append('(');
                list(arguments, argument -> {
                    if (argument.name() != null) {
                        identifier(argument.name());
                        out.append(" => ");
                    }
                    expr(argument.value());
                });
                out.append(')');
            }
            case Expr.Binary(var left, var operator, var right) -> {
                out.append('(');
                expr(left);
                out.append(' ').append(operator.text()).append(' ');
                expr(right);
                out.append(')');
            }
            case Expr.And(var of) -> joined(of, " AND ");
            case Expr.Or(var of) -> joined(of, " OR ");
            case Expr.Not(var of) -> {
                out.append("(NOT ");
                expr(of);
                out.append(')');
            }
            case Expr.IsNull(var of) -> {
                out.append('(');
                expr(of);
                out.append(" IS NULL)");
            }
            case Expr.AnyOf(var value, var array, var negated) -> {
                out.append('(');
                expr(value);
                out.append(negated ? " <> ALL (" : " = ANY (");
                expr(array);
                out.append("))");
            }
            case Expr.Exists(var select) -> subselect("EXISTS (", select);
            case Expr.Subselect(var select) -> subselect("(", select);
            case Expr.Case(var condition, var then, var otherwise) -> {
                out.append("CASE WHEN ");
                expr(condition);
                out.append(" THEN ");
                expr(then);
                out.append(" ELSE ");
                expr(otherwise);
                out.append(" END");
            }
            case Expr.Aggregate aggregate -> aggregate(aggregate);
            case Expr.RowOf(var of) -> {
                out.append("ROW(");
                list(of, this::expr);
                out.append(')');
            }
            case Expr.Excluded(var column) -> {
                out.append("EXCLUDED.");
                identifier(column);
            }
            case Expr.Default() -> out.append("DEFAULT");
        }
    }

    private void aggregate(Expr.Aggregate aggregate) {
        out.append(aggregate.function()).append(aggregate.distinct() ? "(DISTINCT " : "(");
        if (aggregate.arguments().isEmpty()) {
            out.append('*');
        }
        list(aggregate.arguments(), this::expr);
        orderBy(aggregate.orderBy());
        out.append(')');
        if (aggregate.filter() != null) {
            out.append(" FILTER (WHERE ");
            expr(aggregate.filter());
            out.append(')');
        }
    }

    private void subselect(String open, Select select) {
        out.append(open);
        select(select);
        out.append(')');
    }

    private void parenthesized(Expr expr) {
        out.append('(');
        expr(expr);
        out.append(')');
    }

    private void joined(List<Expr> exprs, String separator) {
        out.append('(');
        for (var i = 0; i < exprs.size(); i++) {
            if (i > 0) {
                out.append(separator);
            }
            expr(exprs.get(i));
        }
        out.append(')');
    }

    private void identifier(String name) {
        Quoting.identifier(out, name);
    }

    private <T> void list(List<T> items, Consumer<T> print) {
        for (var i = 0; i < items.size(); i++) {
            if (i > 0) {
                out.append(", ");
            }
            print.accept(items.get(i));
        }
    }
}
