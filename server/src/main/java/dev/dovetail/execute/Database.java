package dev.dovetail.execute;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One source's Postgres. Statements are text with {@code $1…}; every value is null, a {@link String} or a
 * {@code String[]} (sent as {@code text} or {@code text[]}; the SQL casts). A statement answers one row whose first
 * column is {@code bytea}. Failures are {@link dev.dovetail.error.ApiException}s with the code that belongs to the
 * SQLSTATE.
 *
 * <p>Every mention of a parameter is {@code ($1::text)} or {@code ($1::text[])}, with any further cast outside
 * ({@code ($1::text)::uuid}): Postgres takes a parameter's type from the innermost cast, and only text can be sent.
 *
 * <p>A statement raises a failure of ours by a cast that cannot succeed, because its message repeats the whole text and
 * needs no function in the user's database: {@code CASE WHEN ok THEN json ELSE ('dovetail:check-violation:' ||
 * x)::uuid::text::json END} gives {@code permission-error} "check constraint of an insert/update permission has
 * failed", {@code dovetail:answer-too-large:} one for an answer over its bound. {@code x} must come from the rows, such
 * as {@code count(*)}: a constant would be cast, and so raise, while planning.
 */
public interface Database {

    /**
     * Starts a statement on a connection of the pool, in its own transaction. Never blocks. The answer completes on an
     * I/O thread; to give it up asks Postgres to stop.
     */
    Underway<byte[]> start(String sql, List<@Nullable Object> values, @Nullable Duration limit);

    /**
     * Runs the work in one transaction on one connection: committed when it returns, rolled back when it throws. The
     * work may run a second time, after a rollback, when a pooler has lost its prepared statements.
     */
    <T> T inTransaction(@Nullable Duration limit, Work<T> work);

    interface Work<T> {
        T run(Transaction transaction);
    }

    interface Transaction {
        byte[] run(String sql, List<@Nullable Object> values);
    }
}
