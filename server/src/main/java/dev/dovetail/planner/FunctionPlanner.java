package dev.dovetail.planner;

import dev.dovetail.model.Function;
import dev.dovetail.operation.BoundField;
import dev.dovetail.plan.SqlCall;
import dev.dovetail.sql.Expr;
import dev.dovetail.sql.Item;
import dev.dovetail.sql.Select;
import dev.dovetail.sql.Statement;
import dev.dovetail.sql.TypeName;
import java.util.List;

/**
 * A function that a mutation calls. The first statement runs it and hands on its rows, the second tells them: a
 * statement does not see what a function changes while it runs, so what is related to the rows is read afterwards.
 */
final class FunctionPlanner {
    private final StatementFactory statements;
    private final Function function;
    private final BoundField field;

    FunctionPlanner(StatementFactory statements, Function function, BoundField field) {
        this.statements = statements;
        this.function = function;
        this.field = field;
    }

    List<SqlCall> plan(Joins joins) {
        return List.of(run(), tell(joins));
    }

    private SqlCall run() {
        var scope = statements.scope();
        var outcome = new Access(scope).outcome(new RoutineCalls(scope).call(function, field));
        var row = new Expr.Cast(new Expr.WholeRow(outcome.alias()), Casts.rowOf(function.table()));
        var rows = new Expr.Cast(Expr.aggregate("array_agg", row), TypeName.TEXT);
        var handedOn = JsonShape.text(
                List.of(new JsonShape.Field(MutationRows.ROWS, Expr.call("coalesce", rows, new Expr.Text("{}")))));
        var select = Select.of(new Item(handedOn, "json")).withFrom(outcome.from());
        return scope.finish(Statement.of(Envelope.ofWriting(select, scope)));
    }

    private SqlCall tell(Joins joins) {
        var scope = statements.scope();
        var array = new Expr.CastArray(scope.fromCall(0, MutationRows.ROWS), Casts.rowOf(function.table()));
        var outcome = new Expr.NamedCall("pg_catalog", "unnest", List.of(new Expr.NamedCall.Argument(null, array)));
        var select = statements.rowSelect(scope, joins).function(function, outcome, field, List.of(field.key()));
        // Without rows there is no object, but a statement answers one row.
        var json =
                Expr.call("coalesce", new Expr.Subselect(select), new Expr.Cast(new Expr.Text("null"), TypeName.JSON));
        return scope.finish(Statement.of(Envelope.of(Select.of(new Item(json, "json")), scope)));
    }
}
