package dev.dovetail.planner;

import dev.dovetail.model.Table;
import dev.dovetail.name.SourceName;
import dev.dovetail.operation.BoundField;
import dev.dovetail.plan.Step;
import dev.dovetail.schema.FieldMeaning;
import dev.dovetail.sql.Expr;
import dev.dovetail.sql.Item;
import dev.dovetail.sql.Select;
import dev.dovetail.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** All of a query's fields on one source, as one statement. */
final class QueryPlanner {
    private final StatementFactory statements;

    QueryPlanner(StatementFactory statements) {
        this.statements = statements;
    }

    Step.SqlQuery plan(SourceName source, List<BoundField> fields) {
        var scope = statements.scope();
        var joins = new Joins();
        var rows = statements.rowSelect(scope, joins);
        var shaped = new ArrayList<JsonShape.Field>();
        for (var field : fields) {
            shaped.add(new JsonShape.Field(field.key(), new Expr.Subselect(root(scope, rows, field))));
        }
        var built = JsonShape.object(shaped, null, scope.alias());
        var all = Select.of(new Item(built.json(), "json"));
        var json = all.withFrom(built.from());
        var call = scope.finish(Statement.of(Envelope.of(json, scope)));
        return new Step.SqlQuery(source, fields.stream().map(BoundField::key).toList(), call, joins.tree());
    }

    private Select root(StatementScope scope, RowSelect rows, BoundField field) {
        var path = List.of(field.key());
        return switch (field.meaning()) {
            case FieldMeaning.SelectMany(var table) -> rows.list(table, field, RowSelect.Correlation.NONE, path);
            case FieldMeaning.SelectByKey(var table) -> byKey(scope, rows, table, field, path);
            case FieldMeaning.SelectAggregate(var table) ->
                rows.aggregate(table, field, RowSelect.Correlation.NONE, path);
            case FieldMeaning.SelectGroups(var table) -> rows.groups(table, field, RowSelect.Correlation.NONE, path);
            case FieldMeaning.SelectNative(var query) -> rows.list(query, field, RowSelect.Correlation.NONE, path);
            case FieldMeaning.CallFunction(var function) -> rows.function(function, field, path);
            case FieldMeaning.CallFunctionAggregate(var function) -> rows.functionAggregate(function, field, path);
            case FieldMeaning other -> throw new IllegalStateException("no query on a table: " + other);
        };
    }

    private static Select byKey(
            StatementScope scope, RowSelect rows, Table table, BoundField field, List<String> path) {
        return rows.one(table, field, alias -> Keys.equal(scope, field, alias), true, path);
    }
}
