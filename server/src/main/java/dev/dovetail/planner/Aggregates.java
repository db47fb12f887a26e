package dev.dovetail.planner;

import dev.dovetail.model.ColumnType;
import dev.dovetail.sql.Expr;
import dev.dovetail.sql.TypeName;

/** Aggregate functions over values of a type. */
final class Aggregates {
    private Aggregates() {}

    /** Postgres orders uuids but has max and min of them only from version 18 on: their text orders the same. */
    static Expr call(String function, ColumnType type, Expr value) {
        if (type.isScalar("uuid")) {
            var text = Expr.aggregate(function, new Expr.Cast(value, TypeName.TEXT));
            return new Expr.Cast(text, TypeName.builtin("uuid"));
        }
        return Expr.aggregate(function, value);
    }
}
