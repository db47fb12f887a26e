package dev.dovetail.template.webhook;

import dev.dovetail.json.Json;
import dev.dovetail.template.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the templates of a request see.
 *
 * @param baseUrl the webhook's address, to the letter as it was configured
 * @param body JSON, or null when it is none
 * @param session the session's variables, names in lower case; null without a session
 */
public record RequestContext(
        String baseUrl,
        JsonNode body,
        JsonNode query,
        @Nullable ObjectNode session) {

    public static RequestContext of(Message request, String baseUrl, @Nullable ObjectNode session) {
        return new RequestContext(
                baseUrl, json(request.body()), WebAddress.of(request.url()).parameters(), session);
    }

    /** Null when it is no JSON. */
    static JsonNode json(byte[] body) {
        try {
            var read = Json.read(body);
            return read.isMissingNode() ? Json.string(null) : read;
        } catch (JacksonException _) {
            return Json.string(null);
        }
    }

    Scope scope() {
        var variables = new LinkedHashMap<String, JsonNode>();
        variables.put("$body", body);
        variables.put("$session_variables", sessionOrNull());
        variables.put("$query_params", query);
        variables.put("$base_url", Json.string(baseUrl));
        return new Scope(variables, session);
    }

    /** {@code $request} of a response's templates: the reference tells the same under each part of a request. */
    ObjectNode json() {
        var one = Json.object();
        one.set("body", body);
        one.set("session_variables", sessionOrNull());
        one.put("base_url", baseUrl);
        one.set("query_params", query);
        var all = Json.object();
        for (var name : List.of("method", "url", "body", "query_params", "request_headers")) {
            all.set(name, one);
        }
        return all;
    }

    private JsonNode sessionOrNull() {
        return session == null ? Json.string(null) : session;
    }
}
