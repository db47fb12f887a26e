package dev.dovetail.execute;

import dev.dovetail.json.Json;
import dev.dovetail.template.webhook.Message;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** A transformed request as it is told to those who may see what is internal. */
final class TransformedRequest {
    /** What says nothing about who calls. */
    private static final Set<String> OPEN_HEADERS =
            Set.of("accept", "content-type", "user-agent", "x-request-id", "traceparent", "tracestate");

    private static final Pattern SECRET =
            Pattern.compile("auth|cookie|credential|key|pass|secret|session|signature|token", Pattern.CASE_INSENSITIVE);

    private static final String HIDDEN = "…";
    private static final int TOLD_CHARS_MAX = 65_536;

    private TransformedRequest() {}

    static ObjectNode told(Message message, ActionRequest asked) {
        var address = HandlerAddress.of(asked.action());
        var mark = message.url().indexOf('?');
        var told = Json.object();
        told.put("url", address.tell(message.url()));
        told.put("method", message.method());
        var headers = told.putArray("headers");
        for (var header : message.headers()) {
            var value = isOpen(header.name(), asked) ? address.hide(header.value()) : HIDDEN;
            headers.addArray().add(header.name()).add(value);
        }
        var body = new String(message.body(), StandardCharsets.UTF_8);
        told.put("body", address.hide(body.substring(0, Math.min(TOLD_CHARS_MAX, body.length()))));
        told.put("query_string", mark < 0 ? "" : address.tellQuery(message.url().substring(mark)));
        told.put("response_timeout", String.valueOf(asked.timeout().toNanos() / 1_000));
        return told;
    }

    /** Headers of the metadata and of the client may be secrets, whatever their names. */
    private static boolean isOpen(String name, ActionRequest asked) {
        if (OPEN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
            return true;
        }
        var transform = asked.action().request();
        var headers = transform == null ? null : transform.headers();
        return headers != null
                && headers.added().containsKey(name)
                && !SECRET.matcher(name).find();
    }
}
