package dev.dovetail.planner;

import dev.dovetail.model.Column;
import dev.dovetail.model.Relationship;
import dev.dovetail.model.Table;
import dev.dovetail.operation.BoundField;
import dev.dovetail.plan.JoinTarget;
import dev.dovetail.sql.Expr;
import dev.dovetail.sql.From;
import dev.dovetail.sql.Item;
import dev.dovetail.sql.Order;
import dev.dovetail.sql.Select;
import dev.dovetail.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Joins to tables from what another source or a handler answered. */
final class TableJoins {
    private static final String ORDINAL = "ordinal";

    private final StatementFactory statements;

    TableJoins(StatementFactory statements) {
        this.statements = statements;
    }

    StatementFactory statements() {
        return statements;
    }

    /** What each key leads to. */
    enum Answer {
        ONE,
        LIST,
        AGGREGATE;

        static Answer of(Relationship.Kind kind) {
            return switch (kind) {
                case OBJECT -> ONE;
                case ARRAY -> LIST;
            };
        }
    }

    /** One statement for all keys: the keys side by side as rows in their order, the rows they lead to beside them. */
    JoinTarget target(Table table, Collection<Column> columns, Answer answer, BoundField field) {
        var scope = statements.scope();
        var nested = new Joins();
        var rows = statements.rowSelect(scope, nested);
        var keys = scope.alias();
        var arrays = new ArrayList<Expr>();
        var names = new ArrayList<String>();
        for (var i = 0; i < columns.size(); i++) {
            arrays.add(scope.joinKeys(i));
            names.add("key" + i);
        }
        names.add(ORDINAL);
        RowSelect.Correlation correlation = alias -> {
            var pairs = new ArrayList<Expr>();
            for (var column : columns) {
                var key = Casts.to(
                        new Expr.Column(keys, "key" + pairs.size()),
                        column.type().pg());
                pairs.add(Expr.equal(new Expr.Column(alias, column.name().value()), key));
            }
            return Expr.and(pairs);
        };
        var path = List.of(JoinTarget.ELEMENT);
        var related = switch (answer) {
            case AGGREGATE -> rows.aggregate(table, field, correlation, path);
            case ONE -> rows.one(table, field, correlation, false, path);
            case LIST -> rows.list(table, field, correlation, path);
        };
        var found = scope.alias();
        var from = From.leftLateral(new From.Unnest(arrays, keys, names), related, found);
        var order = List.of(new Order(new Expr.Column(keys, ORDINAL), false, false));
        var list = JsonShape.list(new Expr.Column(found, "json"), order);
        var call = scope.finish(
                Statement.of(Envelope.of(Select.of(new Item(list, "json")).withFrom(from), scope)));
        return new JoinTarget.ToTable(table.source(), call, nested.tree());
    }
}
