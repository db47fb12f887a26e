package dev.dovetail.app;

import dev.dovetail.observe.Level;
import dev.dovetail.observe.Observation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.databind.JsonNode;

/**
 * The log line of a request. Written as text without a tree in between: it is the one thing logged for each request.
 */
final class RequestLine {
    private static final int USUAL_LENGTH = 640;
    private static final double NANOS_PER_SECOND = 1e9;

    private final StringBuilder text = new StringBuilder(USUAL_LENGTH);

    private RequestLine() {}

    static byte[] of(Observation.RequestFinished request, LogType type, Level level, String time) {
        var line = new RequestLine();
        line.raw("{").name("type").quoted(type.wire());
        line.raw(",").name("timestamp").quoted(time);
        line.raw(",").name("level").quoted(level.name().toLowerCase(Locale.ROOT));
        line.raw(",").name("detail").raw("{");
        line.http(request.http());
        line.raw(",");
        line.operation(request.operation());
        line.raw(",").name("request_id").quoted(request.operation().requestId());
        return line.raw("}}").text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void http(Observation.HttpExchange http) {
        name("http_info").raw("{").name("status").raw(Integer.toString(http.status()));
        raw(",").name("method").quoted(http.method());
        raw(",").name("ip").quoted(http.ip());
        raw(",").name("url").quoted(http.path());
        raw(",").name("http_version").quoted(http.httpVersion());
        raw(",").name("content_encoding").quoted(http.contentEncoding()).raw("}");
    }

    private void operation(Observation.Operation operation) {
        name("operation").raw("{").name("request_id").quoted(operation.requestId());
        raw(",").name("user_vars").node(operation.sessionVariables());
        raw(",").name("response_size").raw(Long.toString(operation.responseBytes()));
        raw(",").name("uncompressed_response_size").raw(Long.toString(operation.uncompressedResponseBytes()));
        raw(",").name("request_read_time").seconds(operation.readTime());
        raw(",").name("query_execution_time").seconds(operation.workTime());
        raw(",").name("request_mode").quoted(operation.mode());
        if (operation.query() != null) {
            raw(",").name("query").node(operation.query());
        }
        if (operation.error() != null) {
            raw(",").name("error").node(operation.error());
        }
        raw("}");
    }

    private RequestLine name(String name) {
        text.append('"').append(name).append("\":");
        return this;
    }

    private RequestLine quoted(@Nullable String value) {
        if (value == null) {
            return raw("null");
        }
        text.append('"');
        JsonStringEncoder.getInstance().quoteAsString(value, text);
        text.append('"');
        return this;
    }

    private RequestLine node(@Nullable JsonNode node) {
        return raw(node == null ? "null" : node.toString());
    }

    private RequestLine seconds(Duration duration) {
        text.append(duration.toNanos() / NANOS_PER_SECOND);
        return this;
    }

    private RequestLine raw(String json) {
        text.append(json);
        return this;
    }
}
