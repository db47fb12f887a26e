package dev.dovetail.execute;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Failure;
import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is told when an action fails: words for the client, and in {@code internal} what was sent and what came, for
 * those who may see it. Secrets are not among it: the address is told as the metadata writes it, and of headers that
 * were sent those that name nobody.
 *
 * @param payload what is sent to the handler, before a transform
 */
record ActionFailures(ObjectNode payload, ActionExchange exchange) {
    /** Beyond this many bytes the handler's answer is not repeated. */
    private static final int TOLD_BYTES_MAX = 65_536;

    ApiException noAnswer(Http.Request request, HttpFailure failure) {
        return own("http exception when calling webhook", Caller.describe(request, failure), null);
    }

    ApiException notJson(Http.Response response) {
        return own("not a valid json response from webhook", Json.string("invalid JSON"), told(response, null));
    }

    ApiException status(Http.Response response, JsonNode body) {
        var error = "expecting 2xx or 4xx status code, but found " + response.status();
        return own("internal error", Json.string(error), told(response, body));
    }

    /** The handler's own error: {@code {message, code?, extensions?}}. */
    ApiException refused(Http.Response response, JsonNode body) {
        return explaining(response, body, () -> refusal(body));
    }

    /** Runs a check of the answer; its failure gets to hold the answer in {@code internal}. */
    <T> T explaining(Http.Response response, JsonNode body, Supplier<T> check) {
        try {
            return check.get();
        } catch (ApiException e) {
            if (e.failure() instanceof Failure.Own(var code, var path, var message, var _)) {
                throw new ApiException(
                        code, path, message, internal(Json.string("unexpected response"), told(response, body)));
            }
            throw e;
        }
    }

    private static ApiException refusal(JsonNode body) {
        if (!body.isObject()) {
            throw malformed(Path.ROOT, "expected Object, but encountered " + Json.kind(body));
        }
        var message = body.path("message");
        if (message.isMissingNode()) {
            throw malformed(Path.ROOT, "key \"message\" not found");
        }
        if (!message.isString()) {
            throw malformed(Path.ROOT.key("message"), "expected String, but encountered " + Json.kind(message));
        }
        var code = body.path("code");
        if (!code.isMissingNode() && !code.isNull() && !code.isString()) {
            throw malformed(Path.ROOT.key("code"), "expected String, but encountered " + Json.kind(code));
        }
        return new ApiException(new Failure.Handler(Path.ROOT, message.stringValue(), extensions(body, code)));
    }

    /** The handler's extensions stand alone; only without them its code is told beside our path. */
    private static ObjectNode extensions(JsonNode body, JsonNode code) {
        if (body.get("extensions") instanceof ObjectNode given) {
            return given;
        }
        var extensions = Json.object();
        extensions.put("path", Path.ROOT.text());
        extensions.put("code", code.isString() ? code.stringValue() : ErrorCode.UNEXPECTED.wire());
        return extensions;
    }

    private static ApiException malformed(Path path, String what) {
        return new ApiException(ErrorCode.PARSE_FAILED, path, "parsing the webhook's error response failed, " + what);
    }

    private ApiException own(String message, JsonNode error, @Nullable ObjectNode response) {
        return new ApiException(ErrorCode.UNEXPECTED, Path.ROOT, message, internal(error, response));
    }

    private ObjectNode internal(JsonNode error, @Nullable ObjectNode response) {
        var internal = Json.object();
        internal.set("error", error);
        var request = internal.putObject("request");
        request.set("action", payload.path("action"));
        request.set("input", payload.path("input"));
        request.set("request_query", payload.path("request_query"));
        request.put("url", HandlerAddress.of(exchange.asked().action()).told());
        var message = exchange.transformed();
        request.set(
                "transformed_request",
                message == null ? Json.string(null) : TransformedRequest.told(message, exchange.asked()));
        internal.set("response", response == null ? Json.string(null) : response);
        return internal;
    }

    private static ObjectNode told(Http.Response response, @Nullable JsonNode body) {
        var told = Json.object();
        told.put("status", response.status());
        told.set("body", body != null && response.body().length <= TOLD_BYTES_MAX ? body : start(response.body()));
        var headers = told.putArray("headers");
        for (var header : response.headers()) {
            headers.addObject().put("name", header.name()).put("value", header.value());
        }
        return told;
    }

    private static JsonNode start(byte[] body) {
        var length = Math.min(body.length, TOLD_BYTES_MAX);
        return Json.string(new String(body, 0, length, StandardCharsets.UTF_8));
    }
}
