package dev.dovetail.postgres;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/** An administrator sees what Postgres said about the SQL, as the reference shows it. */
final class SqlFailures {
    private SqlFailures() {}

    /** Code {@code postgres-error}, or {@code unavailable} when the server was not reached or is gone. */
    static ApiException of(SQLException failure, String sql) {
        var state = failure.getSQLState();
        if (state != null && state.startsWith("08")) {
            return Troubles.connection(failure);
        }
        return new ApiException(
                ErrorCode.POSTGRES_ERROR,
                Path.ROOT,
                "query execution failed",
                serverError(failure, state).internal(sql, false, List.of()));
    }

    private static ServerError serverError(SQLException failure, @Nullable String state) {
        var reported = failure instanceof PSQLException server ? server.getServerErrorMessage() : null;
        var message = reported == null ? failure.getMessage() : reported.getMessage();
        return new ServerError(
                state == null ? "" : state,
                message == null ? "" : message,
                reported == null ? null : reported.getDetail(),
                reported == null ? null : reported.getHint());
    }
}
