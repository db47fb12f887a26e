package dev.dovetail.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a statement or a CTE does. */
public sealed interface Body permits Select, Body.Raw, Body.Insert, Body.Update, Body.Delete {

    /**
     * A native query. Only the planner's {@code Access} makes one.
     *
     * @param values for the holes
     */
    record Raw(RawSelect query, List<Expr> values) implements Body {}

    record Insert(
            From.Table into,
            List<String> columns,
            Rows rows,
            @Nullable OnConflict onConflict,
            List<Item> returning) implements Body {}

    record Update(From.Table table, List<Assignment> assignments, Expr where, List<Item> returning) implements Body {}

    record Delete(From.Table table, Expr where, List<Item> returning) implements Body {}

    record Assignment(String column, Expr value) {}

    /** The rows to insert. */
    sealed interface Rows {
        /** One list of values per row; {@link Expr.Default} where a row leaves a column out. */
        record Values(List<List<Expr>> rows) implements Rows {}

        record Selected(Select select) implements Rows {}

        /** {@code DEFAULT VALUES}: one row, no column given. */
        record AllDefault() implements Rows {}
    }

    /** @param assignments empty for DO NOTHING */
    record OnConflict(@Nullable String constraint, List<Assignment> assignments, Expr where) {}
}
