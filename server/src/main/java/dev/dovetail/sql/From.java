package dev.dovetail.sql;

import dev.dovetail.name.TableName;
import java.util.List;

/** A source of rows. */
public sealed interface From {

    /** A table by its name. Only the planner's {@code Access} makes one: that is the door of permissions. */
    record Table(TableName name, Alias alias) implements From {}

    /** A statement's own intermediate result. */
    record CteRef(Alias cte, Alias alias) implements From {}

    record Subselect(Select select, Alias alias, boolean lateral) implements From {}

    /** {@code unnest($1, $2) WITH ORDINALITY}: the arrays side by side, the ordinality last. */
    record Unnest(List<Expr> arrays, Alias alias, List<String> columns) implements From {}

    /** {@code json_to_recordset(value) AS alias(columns)}. */
    record JsonRows(Expr json, Alias alias, List<TypedColumn> columns) implements From {}

    /**
     * A set-returning function WITH ORDINALITY: every column gets its name here, the ordinality last, because its own
     * may be that of a user's column.
     */
    record Function(Expr call, Alias alias, List<String> columns) implements From {}

    /** The rows a function answers. Only the planner's {@code Access} makes one, as of tables. */
    record Called(Expr.NamedCall call, Alias alias) implements From {}

    /** The rows of a native query, which stands before the statement. Only the planner's {@code Access} makes one. */
    record Answered(Alias query, Alias alias) implements From {}

    record Join(From left, Kind kind, From right, Expr on) implements From {
        public enum Kind {
            INNER,
            LEFT
        }
    }

    record TypedColumn(String name, TypeName type) {}

    static From leftLateral(From left, Select right, Alias alias) {
        return new Join(left, Join.Kind.LEFT, new Subselect(right, alias, true), Expr.TRUE);
    }
}
