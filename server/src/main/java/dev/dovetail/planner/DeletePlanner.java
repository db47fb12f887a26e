package dev.dovetail.planner;

import dev.dovetail.model.DeleteRule;
import dev.dovetail.model.Table;
import dev.dovetail.operation.BoundField;
import dev.dovetail.plan.SqlCall;
import dev.dovetail.schema.ArgumentName;
import dev.dovetail.sql.Body;
import dev.dovetail.sql.Expr;
import java.util.List;

/** Deletes. */
final class DeletePlanner {
    private final StatementFactory statements;
    private final Table table;
    private final DeleteRule rule;

    DeletePlanner(StatementFactory statements, Table table) {
        this.statements = statements;
        this.table = table;
        var known = table.rules(statements.role()).delete();
        if (known == null) {
            throw new IllegalStateException("role " + statements.role() + " may not delete from " + table);
        }
        this.rule = known;
    }

    List<SqlCall> where(BoundField field, Joins joins) {
        return plan(field, false, joins);
    }

    List<SqlCall> byKey(BoundField field, Joins joins) {
        return plan(field, true, joins);
    }

    private List<SqlCall> plan(BoundField field, boolean byKey, Joins joins) {
        return new MutationRows(statements, table, field, byKey, joins)
                .calls(List.of(scope -> write(scope, field, byKey)));
    }

    private MutationRows.Write write(StatementScope scope, BoundField field, boolean byKey) {
        var access = new Access(scope);
        var target = access.target(table, rule.filter());
        var wanted = byKey
                ? Keys.equal(scope, field, target.alias())
                : access.where(
                        WhereReader.read(field.argument(ArgumentName.WHERE).orElseThrow()), target.alias());
        var condition = Expr.and(target.filter(), wanted);
        return new MutationRows.Write(
                returning -> new Body.Delete(target.from(), condition, returning), Expr.TRUE, target.alias());
    }
}
