package dev.dovetail.plan;

import java.util.List;

/** One statement and the values of its parameters. It answers one row with one {@code bytea} of JSON. */
public record SqlCall(String sql, List<Argument> arguments) {
    public SqlCall {
        arguments = List.copyOf(arguments);
    }

    /** What fills {@code $1…}, in order. */
    public sealed interface Argument {
        /** From the request or the session. */
        record Given(SlotValue value) implements Argument {}

        /** The text under this key in the answer of an earlier statement of the same field. */
        record FromCall(int call, String key) implements Argument {}

        /** The rows of a nested insert's level, as a JSON list of objects. */
        record InsertRows() implements Argument {}

        /** The distinct values of one join key, in order, as text[]. */
        record JoinKeys(int key) implements Argument {}
    }
}
