package dev.dovetail.planner;

import dev.dovetail.model.ColumnType;
import dev.dovetail.sql.Expr;
import dev.dovetail.sql.Operator;

/** What stands at a path within a jsonb. None of it fails, whatever stands there. */
final class JsonPaths {
    private JsonPaths() {}

    /** @param steps the path as text[] */
    static Expr at(Expr jsonb, Expr steps, ColumnType type) {
        if (type.isJson()) {
            return new Expr.Binary(jsonb, Operator.JSON_PATH, steps);
        }
        var text = new Expr.Binary(jsonb, Operator.JSON_PATH_TEXT, steps);
        if (type.isScalar("String")) {
            return text;
        }
        var kind = Expr.call("jsonb_typeof", new Expr.Binary(jsonb, Operator.JSON_PATH, steps));
        var wanted = new Expr.Text(type.isScalar("Boolean") ? "boolean" : "number");
        return new Expr.Case(Expr.equal(kind, wanted), new Expr.Cast(text, Casts.name(type.pg())), Expr.NULL);
    }
}
