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

/** A function that a mutation calls. It is a selection of what it answers, within the mutation's transaction. */
final class FunctionPlanner {
    private FunctionPlanner() {}

    static List<SqlCall> plan(StatementFactory statements, Function function, BoundField field, Joins joins) {
        var scope = statements.scope();
        var select = statements.rowSelect(scope, joins).function(function, field, List.of(field.key()));
        // Without rows there is no object, but a statement answers one row.
        var json =
                Expr.call("coalesce", new Expr.Subselect(select), new Expr.Cast(new Expr.Text("null"), TypeName.JSON));
        return List.of(scope.finish(Statement.of(Envelope.of(Select.of(new Item(json, "json")), scope))));
    }
}
