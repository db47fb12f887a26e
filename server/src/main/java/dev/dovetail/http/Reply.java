package dev.dovetail.http;

import dev.dovetail.request.GraphqlAnswer.Header;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An HTTP answer before compression.
 *
 * @param error the first error in it, for the log; null when there is none
 */
record Reply(
        int status,
        String contentType,
        byte[] body,
        List<Header> headers,
        @Nullable JsonNode error) {
    static final String JSON = "application/json; charset=utf-8";
    static final int NOT_MODIFIED = 304;
    static final String TEXT = "text/plain; charset=utf-8";

    /** Whether the body is already as it shall be sent: compressed when it was built, or nothing at all. */
    boolean finished() {
        return status == NOT_MODIFIED
                || headers.stream().anyMatch(header -> header.name().equals("Content-Encoding"));
    }

    static Reply json(byte[] body) {
        return new Reply(200, JSON, body, List.of(), null);
    }
}
