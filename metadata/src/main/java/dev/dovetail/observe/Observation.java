package dev.dovetail.observe;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Something that happened. */
public sealed interface Observation {

    /**
     * A step of starting or stopping.
     *
     * @param kind a short word for the step, for example {@code server_configuration}
     */
    record Step(Level level, String kind, JsonNode info) implements Observation {}

    /** An HTTP request was answered. */
    record RequestFinished(HttpExchange http, Operation operation) implements Observation {}

    /** We called somebody's HTTP endpoint on a user's behalf. */
    record WebhookCalled(
            Caller caller,
            String name,
            String url,
            String method,
            @Nullable Integer status,
            long requestBytes,
            long responseBytes,
            Duration took,
            @Nullable String error,
            @Nullable String requestId)
            implements Observation {}

    /** A pool of database connections has something to say, for example that it stopped preparing statements. */
    record PoolEvent(Level level, String source, String message) implements Observation {}

    /** New metadata are in force. */
    record MetadataChanged(long version, String cause, int inconsistencies, Duration took) implements Observation {}

    /** The metadata are not all usable; {@code objects} is the list as the metadata API tells it. */
    record MetadataInconsistent(JsonNode objects) implements Observation {}

    /** A fault of ours: something that should never have happened. */
    record Fault(String where, Throwable cause, @Nullable String requestId) implements Observation {}

    /** Anything else worth a line; {@code from} says who speaks, for example a library's logger. */
    record Remark(
            Level level,
            String from,
            String message,
            @Nullable Throwable cause) implements Observation {}

    /** Who calls a webhook. */
    enum Caller {
        ACTION,
        AUTH_HOOK,
        EVENT_TRIGGER,
        CRON_TRIGGER,
        REMOTE_SCHEMA,
        INPUT_VALIDATION
    }

    /**
     * The outside of a request.
     *
     * @param ip the client's, as a proxy's header tells it or else the peer of the connection
     * @param contentEncoding null when the answer was not compressed
     */
    record HttpExchange(
            String method,
            String path,
            String httpVersion,
            String ip,
            int status,
            @Nullable String contentEncoding) {}

    /**
     * The inside of a request.
     *
     * @param sessionVariables null when the client was not let in
     * @param query what was asked, or only its {@code type}; null when nothing is to be told
     * @param error the first error as the client saw it; null when there was none
     * @param mode {@code single}, {@code batched}, {@code non-graphql} or {@code error}
     * @param readTime from the first byte of the request's body to its last
     * @param workTime from there to the answer
     */
    record Operation(
            String requestId,
            @Nullable JsonNode sessionVariables,
            long responseBytes,
            long uncompressedResponseBytes,
            Duration readTime,
            Duration workTime,
            String mode,
            @Nullable JsonNode query,
            @Nullable JsonNode error) {}
}
