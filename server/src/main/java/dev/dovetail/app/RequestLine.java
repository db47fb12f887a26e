package dev.dovetail.app;

import dev.dovetail.observe.Level;
import dev.dovetail.observe.Observation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The log line of a request. Written as text without a tree in between: it is the one thing logged for each request.
 */
final class RequestLine {
    private static final int USUAL_LENGTH = 640;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final StringBuilder text = new StringBuilder(USUAL_LENGTH);

    private RequestLine() {}

    static byte[] of(Observation.RequestFinished request, LogType type, Level level, String time) {
        var line = new RequestLine();
        line.raw("{\"type\":\"").raw(type.wire());
        line.raw("\",\"timestamp\":\"").raw(time);
        line.raw("\",\"level\":\"")
                .raw(level == Level.INFO ? "info" : level.name().toLowerCase(Locale.ROOT));
        line.raw("\",\"detail\":{");
        line.http(request.http());
        line.operation(request.operation());
        line.raw(",\"request_id\":").quoted(request.operation().requestId());
        return line.raw("}}").text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void http(Observation.HttpExchange http) {
        raw("\"http_info\":{\"status\":").number(http.status());
        raw(",\"method\":").quoted(http.method());
        raw(",\"ip\":").quoted(http.ip());
        raw(",\"url\":").quoted(http.path());
        raw(",\"http_version\":").quoted(http.httpVersion());
        raw(",\"content_encoding\":").quoted(http.contentEncoding());
    }

    private void operation(Observation.Operation operation) {
        raw("},\"operation\":{\"request_id\":").quoted(operation.requestId());
        raw(",\"user_vars\":").node(operation.sessionVariables());
        raw(",\"response_size\":").number(operation.responseBytes());
        raw(",\"uncompressed_response_size\":").number(operation.uncompressedResponseBytes());
        raw(",\"request_read_time\":").seconds(operation.readTime());
        raw(",\"query_execution_time\":").seconds(operation.workTime());
        raw(",\"request_mode\":").quoted(operation.mode());
        if (operation.query() != null) {
            raw(",\"query\":").node(operation.query());
        }
        if (operation.error() != null) {
            raw(",\"error\":").node(operation.error());
        }
        raw("}");
    }

    private RequestLine quoted(@Nullable String value) {
        if (value == null) {
            return raw("null");
        }
        text.append('"');
        if (isPlain(value)) {
            text.append(value);
        } else {
            JsonStringEncoder.getInstance().quoteAsString(value, text);
        }
        text.append('"');
        return this;
    }

    private static boolean isPlain(String value) {
        for (var i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    /** Small objects of strings are the rule; the mapper would take longer to get going than to write them. */
    private RequestLine node(@Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return raw("null");
        }
        if (node instanceof ObjectNode object) {
            var separator = "{";
            for (var each : object.properties()) {
                raw(separator).quoted(each.getKey()).raw(":").node(each.getValue());
                separator = ",";
            }
            return raw(object.isEmpty() ? "{}" : "}");
        }
        return node.isString() ? quoted(node.stringValue()) : raw(node.toString());
    }

    private RequestLine number(long number) {
        text.append(number);
        return this;
    }

    /** With all its digits; as a double it would take longer to write than the rest of the line. */
    private RequestLine seconds(Duration duration) {
        var nanos = duration.toNanos();
        text.append(nanos / NANOS_PER_SECOND).append('.');
        var digits = Long.toString(NANOS_PER_SECOND + nanos % NANOS_PER_SECOND);
        text.append(digits, 1, digits.length());
        return this;
    }

    private RequestLine raw(String json) {
        text.append(json);
        return this;
    }
}
