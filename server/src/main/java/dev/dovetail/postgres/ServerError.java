package dev.dovetail.postgres;

import dev.dovetail.json.Json;
import io.vertx.pgclient.PgException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What Postgres itself reported, whichever client heard it. */
record ServerError(
        String sqlState,
        String message,
        @Nullable String detail,
        @Nullable String hint) {

    static ServerError of(PgException error) {
        return new ServerError(
                orEmpty(error.getSqlState()), orEmpty(error.getErrorMessage()), error.getDetail(), error.getHint());
    }

    /** The {@code internal} object, as the reference writes it for administrators and in dev mode. */
    ObjectNode internal(String sql, boolean prepared, Iterable<? extends @Nullable Object> values) {
        var error = Json.object();
        error.put("exec_status", "FatalError");
        error.set("hint", Json.string(hint));
        error.put("message", message);
        error.put("status_code", sqlState);
        error.set("description", Json.string(detail));
        var arguments = Json.array();
        for (var value : values) {
            arguments.add(ArgumentText.of(value));
        }
        var internal = Json.object();
        internal.put("statement", sql);
        internal.put("prepared", prepared);
        internal.set("error", error);
        internal.set("arguments", arguments);
        return internal;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
