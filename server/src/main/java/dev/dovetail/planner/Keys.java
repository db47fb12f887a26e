package dev.dovetail.planner;

import dev.dovetail.operation.BoundField;
import dev.dovetail.operation.Input;
import dev.dovetail.schema.InputMeaning;
import dev.dovetail.sql.Alias;
import dev.dovetail.sql.Expr;
import java.util.ArrayList;
import java.util.Collection;

/** Conditions on a primary key whose columns are given one by one. */
final class Keys {
    private Keys() {}

    static Expr equal(StatementScope scope, Input.Fields given, Alias row) {
        return equal(scope, given.of().values(), row);
    }

    static Expr equal(StatementScope scope, BoundField given, Alias row) {
        return equal(scope, given.inputs().values(), row);
    }

    private static Expr equal(StatementScope scope, Collection<Input.Entry> entries, Alias row) {
        var inputs = new ColumnInputs(scope);
        var pairs = new ArrayList<Expr>();
        for (var entry : entries) {
            var column = ((InputMeaning.KeyColumn) entry.meaning()).column();
            var value = inputs.value(column, entry.value());
            scope.risk(value);
            pairs.add(Expr.equal(new Expr.Column(row, column.name().value()), value));
        }
        return Expr.and(pairs);
    }
}
