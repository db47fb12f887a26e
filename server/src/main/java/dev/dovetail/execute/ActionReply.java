package dev.dovetail.execute;

import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** What a handler answered with success; not checked against the action's types yet. */
public final class ActionReply {
    private final Http.Response response;
    private final JsonNode body;
    private final ActionFailures failures;

    ActionReply(Http.Response response, JsonNode body, ActionFailures failures) {
        this.response = response;
        this.body = body;
        this.failures = failures;
    }

    public JsonNode body() {
        return body;
    }

    public List<Header> headers() {
        return response.headers();
    }

    /** What the check makes of the body; when it refuses, the failure gets to tell what was sent and answered. */
    public <T> T checked(Function<JsonNode, T> check) {
        return failures.explaining(response, body, () -> check.apply(body));
    }
}
