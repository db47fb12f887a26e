package dev.dovetail.template.webhook;

import java.util.List;

/**
 * A request as it is sent.
 *
 * @param body empty for none
 */
public record Message(String method, String url, List<Line> headers, byte[] body) {
    public Message {
        headers = List.copyOf(headers);
    }

    /** A header. The value may be a secret: it is never printed. */
    public record Line(String name, String value) {
        @Override
        public String toString() {
            return name + ": …";
        }
    }

    /** Tells neither address nor headers. */
    @Override
    public String toString() {
        return method;
    }
}
