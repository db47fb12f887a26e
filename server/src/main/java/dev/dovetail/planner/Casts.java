package dev.dovetail.planner;

import dev.dovetail.catalog.PgType;
import dev.dovetail.sql.Expr;
import dev.dovetail.sql.TypeName;

/** Gives values, which travel as text, the types of the columns they meet. */
final class Casts {
    private Casts() {}

    static TypeName name(PgType type) {
        return new TypeName(type.schema(), type.name());
    }

    static Expr to(Expr text, PgType type) {
        return new Expr.Cast(text, name(type));
    }

    /** text[] to an array of the type. */
    static Expr toArray(Expr texts, PgType element) {
        return new Expr.CastArray(texts, name(element));
    }
}
