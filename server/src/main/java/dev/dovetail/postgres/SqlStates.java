package dev.dovetail.postgres;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The one table from Postgres's SQLSTATEs to the codes and words a client sees. */
final class SqlStates {
    /** What the planner's failing casts carry; see {@link dev.dovetail.execute.Database}. */
    static final String CHECK_VIOLATION = "\"dovetail:check-violation";

    static final String ANSWER_TOO_LARGE = "\"dovetail:answer-too-large";

    static final String CANCELLED = "57014";
    private static final String INVALID_TEXT = "22P02";

    private record Known(ErrorCode code, String message) {}

    private SqlStates() {}

    /** @param internal for administrators only */
    static ApiException toApi(ServerError error, ObjectNode internal) {
        var known = known(error);
        return known == null
                ? new ApiException(ErrorCode.UNEXPECTED, Path.ROOT, "database query error", internal)
                : new ApiException(known.code, Path.ROOT, known.message);
    }

    /** Whether a pooler between us and the server has mixed up prepared statements. */
    static boolean preparedStatementLost(ServerError error) {
        return error.sqlState().equals("26000") || error.sqlState().equals("42P05");
    }

    /** Whether the server is about to close the connection after this error: it must not be lent again. */
    static boolean endsConnection(ServerError error) {
        return error.sqlState().startsWith("57P0");
    }

    private static @Nullable Known known(ServerError error) {
        var message = error.message();
        return switch (error.sqlState()) {
            case INVALID_TEXT -> invalidText(message);
            case "22025" -> new Known(ErrorCode.BAD_REQUEST, message);
            case CANCELLED -> new Known(ErrorCode.TIME_LIMIT_EXCEEDED, "the database cancelled the statement");
            case "23001" -> violation("Can not delete or update due to data being referred. ", message);
            case "23502" -> violation("Not-NULL violation. ", message);
            case "23503" -> violation("Foreign key violation. ", message);
            case "23505" -> violation("Uniqueness violation. ", message);
            case "23514" -> new Known(ErrorCode.PERMISSION_ERROR, "Check constraint violation. " + message);
            case "23P01" -> violation("Exclusion violation. ", message);
            case "40001" -> new Known(ErrorCode.CONCURRENT_UPDATE, "serialization failure due to concurrent update");
            case "42601" -> message.endsWith("of jsonpath input") ? new Known(ErrorCode.DATA_EXCEPTION, message) : null;
            case "42704" -> new Known(ErrorCode.CONSTRAINT_ERROR, message);
            case "42P10" ->
                new Known(ErrorCode.CONSTRAINT_ERROR, "there is no unique or exclusion constraint on target column(s)");
            case "57P01", "57P02", "57P03", "53300" ->
                new Known(ErrorCode.UNAVAILABLE, "the database is not available at the moment");
            default -> knownClass(error.sqlState(), message);
        };
    }

    private static @Nullable Known knownClass(String sqlState, String message) {
        if (sqlState.startsWith("22")) {
            return new Known(ErrorCode.DATA_EXCEPTION, message);
        }
        if (sqlState.startsWith("23")) {
            return new Known(ErrorCode.CONSTRAINT_VIOLATION, message);
        }
        return sqlState.startsWith("40") ? new Known(ErrorCode.CONCURRENT_UPDATE, message) : null;
    }

    private static Known invalidText(String message) {
        if (message.contains(CHECK_VIOLATION)) {
            return new Known(ErrorCode.PERMISSION_ERROR, "check constraint of an insert/update permission has failed");
        }
        if (message.contains(ANSWER_TOO_LARGE)) {
            return new Known(
                    ErrorCode.UNEXPECTED, "the answer of the database is too large; ask for fewer rows with a limit");
        }
        return new Known(ErrorCode.DATA_EXCEPTION, message);
    }

    private static Known violation(String start, String message) {
        return new Known(ErrorCode.CONSTRAINT_VIOLATION, start + message);
    }
}
