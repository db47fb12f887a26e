package dev.dovetail.postgres;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;

/** Takes the one {@code bytea} cell out of a statement's result. */
final class Answers {
    private Answers() {}

    /** Throws {@link IllegalStateException} when the statement's shape is wrong, which is a programmer's mistake. */
    static byte[] only(RowSet<Row> rows) {
        if (rows.size() != 1) {
            throw new IllegalStateException("a statement must answer one row, not " + rows.size());
        }
        var cell = rows.iterator().next().getValue(0);
        if (cell instanceof Buffer buffer) {
            return buffer.getBytes();
        }
        throw new IllegalStateException("a statement's first column must be bytea and not null");
    }
}
