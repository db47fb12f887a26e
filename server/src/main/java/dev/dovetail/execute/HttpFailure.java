package dev.dovetail.execute;

import org.jspecify.annotations.Nullable;

/** No answer could be had. The message holds neither a header's value nor the address. */
public final class HttpFailure extends RuntimeException {
    private final Kind kind;

    public HttpFailure(Kind kind) {
        this(kind, null);
    }

    /** @param detail must be fit for an administrator's eyes */
    public HttpFailure(Kind kind, @Nullable String detail) {
        super(detail == null ? kind.words : kind.words + ": " + detail, null, false, false);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** What the message says when it must not say why. */
    public String words() {
        return kind.words;
    }

    public enum Kind {
        INVALID_URL("Invalid url"),
        INVALID_REQUEST_HEADER("Invalid request header"),
        FORBIDDEN_ADDRESS("Address not allowed"),
        RESPONSE_TIMEOUT("Response timeout"),
        CONNECTION_TIMEOUT("Connection timeout"),
        CONNECTION_FAILURE("Connection failure"),
        TLS("TLS failure"),
        NO_RESPONSE("No response data received"),
        TOO_LARGE("Response body too large"),
        MALFORMED("Invalid HTTP response"),
        BUSY("Too many calls waiting"),
        CANCELLED("Cancelled");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }
}
