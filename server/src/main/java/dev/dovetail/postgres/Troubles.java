package dev.dovetail.postgres;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import io.vertx.core.VertxException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.pgclient.PgException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Turns whatever the client throws into an {@link ApiException}; hosts and users stay inside {@code internal}. */
final class Troubles {
    private Troubles() {}

    /** @param values as sent; shown to administrators only */
    static ApiException statement(
            Throwable failure, String sql, boolean prepared, List<? extends @Nullable Object> values) {
        var cause = unwrap(failure);
        if (cause instanceof ApiException known) {
            return known;
        }
        if (cause instanceof PgException error) {
            var server = ServerError.of(error);
            return SqlStates.toApi(server, server.internal(sql, prepared, values));
        }
        if (isRefusal(cause)) {
            return new ApiException(
                    ErrorCode.UNEXPECTED, Path.ROOT, "the statement could not be sent", internal(cause));
        }
        return connection(cause);
    }

    /** Whether the driver did not send a statement, such as one with too many values: its connection is sound. */
    static boolean isRefusal(Throwable failure) {
        var cause = unwrap(failure);
        var message = String.valueOf(cause.getMessage());
        return cause instanceof VertxException
                && (message.startsWith("The number of parameters ") || message.startsWith("Parameter at position["));
    }

    /** For a failure to get a connection, or the loss of one. */
    static ApiException connection(Throwable failure) {
        var cause = unwrap(failure);
        if (cause instanceof ApiException known) {
            return known;
        }
        if (cause instanceof ConnectionPoolTooBusyException) {
            return unavailable("too many requests are waiting for a database connection", cause);
        }
        if (isPoolTimeout(cause)) {
            return unavailable("no database connection became free in time", cause);
        }
        if (cause instanceof PgException error && error.getSqlState() != null) {
            return unavailable("the database refused the connection", cause);
        }
        return unavailable("the database cannot be reached", cause);
    }

    static ApiException timeLimit() {
        return new ApiException(
                ErrorCode.TIME_LIMIT_EXCEEDED, Path.ROOT, "the database did not answer within the time limit");
    }

    static ApiException cancelled() {
        return new ApiException(ErrorCode.UNEXPECTED, Path.ROOT, "the request was cancelled");
    }

    static Throwable unwrap(Throwable failure) {
        var cause = failure;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static boolean isPoolTimeout(Throwable cause) {
        var message = cause.getMessage();
        return "Timeout".equals(message)
                || cause instanceof VertxException && "Timeout waiting for connection".equals(message);
    }

    private static ApiException unavailable(String message, Throwable cause) {
        return new ApiException(ErrorCode.UNAVAILABLE, Path.ROOT, message, internal(cause));
    }

    private static ObjectNode internal(Throwable cause) {
        return Json.object().put("error", String.valueOf(cause.getMessage()));
    }
}
