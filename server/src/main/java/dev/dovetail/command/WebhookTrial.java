package dev.dovetail.command;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.metadata.Fields;
import dev.dovetail.metadata.RequestTransformConf;
import dev.dovetail.metadata.ResponseTransformConf;
import dev.dovetail.metadata.TransformCodec;
import dev.dovetail.template.webhook.Message;
import dev.dovetail.template.webhook.RequestContext;
import dev.dovetail.template.webhook.ResponseTransform;
import dev.dovetail.template.webhook.TransformFailure;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code test_webhook_transform}: tells which request a transform would make, and sends nothing. The environment is
 * what the caller says it is; the server's own is not looked at, so nothing of it can come out.
 *
 * @param answered an answer to be rewritten, too; an addition to the reference
 */
record WebhookTrial(
        Handler handler,
        SequencedMap<String, String> environment,
        List<Message.Line> headers,
        JsonNode body,
        RequestTransformConf request,
        @Nullable ResponseTransformConf response,
        @Nullable Answered answered,
        @Nullable ObjectNode session)
        implements Question {
    private static final Pattern REFERENCE = Pattern.compile("\\{\\{([^}]+)}}");

    private static final int OK = 200;

    /** What the webhook might have said. */
    record Answered(int status, JsonNode body) {
        static Answered decode(JsonNode node, Path path) {
            var fields = Fields.of("WebhookResponse", node, path);
            var status = fields.optionalInt("status");
            return new Answered(status == null ? OK : status, fields.required("body"));
        }
    }

    /** Where the webhook is. */
    private sealed interface Handler {
        record Url(String template) implements Handler {}

        record FromEnv(String variable) implements Handler {}
    }

    static WebhookTrial decode(JsonNode args, Path path) {
        var fields = Fields.of("TestWebhookTransform", args, path);
        return new WebhookTrial(
                fields.required("webhook_url", WebhookTrial::handler),
                fields.map("env", Fields::text),
                fields.list("request_headers", WebhookTrial::header),
                fields.required("body"),
                fields.required("request_transform", TransformCodec::request),
                fields.optional("response_transform", TransformCodec::response),
                fields.optional("response", Answered::decode),
                session(fields));
    }

    private static Handler handler(JsonNode node, Path path) {
        return node.isObject()
                ? new Handler.FromEnv(Fields.of("WebHookUrl", node, path).string("from_env"))
                : new Handler.Url(Fields.text(node, path));
    }

    private static Message.Line header(JsonNode node, Path path) {
        var pair = Fields.elements(node, path, Fields::text);
        if (pair.size() != 2) {
            throw Fields.fail(path, "cannot unpack array of length " + pair.size() + " into a tuple of length 2");
        }
        return new Message.Line(pair.getFirst(), pair.getLast());
    }

    private static @Nullable ObjectNode session(Fields fields) {
        if (!fields.has("session_variables")) {
            return null;
        }
        var session = Json.object();
        fields.map("session_variables", Fields::text)
                .forEach((name, value) -> session.put(name.toLowerCase(Locale.ROOT), value));
        return session;
    }

    @Override
    public JsonNode answer(State state) {
        TransformCodec.check(request, response, Path.ROOT);
        var url = url();
        checkIsAddress(url);
        var sent = new Message(
                "GET",
                url,
                headers.stream()
                        .map(header -> new Message.Line(header.name(), rendered(header.value())))
                        .toList(),
                Json.writeBytes(body));
        try {
            var context = RequestContext.of(sent, url, session);
            var told = told(request.transform().apply(sent, context));
            if (answered != null) told.set("response_body", rewritten(answered, context));
            return told;
        } catch (TransformFailure failure) {
            throw refused(failure.errors());
        }
    }

    private JsonNode rewritten(Answered answer, RequestContext context) {
        var body = response == null
                ? null
                : response.transform()
                        .apply(new ResponseTransform.Context(
                                Json.writeBytes(answer.body()), answer.status(), context, session));
        return body == null ? answer.body() : body;
    }

    private static ApiException refused(JsonNode errors) {
        return new ApiException(ErrorCode.VALIDATION_FAILED, Path.ROOT, "request transform validation failed", errors);
    }

    private String url() {
        return switch (handler) {
            case Handler.Url(var template) -> rendered(template);
            case Handler.FromEnv(var variable) -> {
                var value = environment.get(variable);
                if (value == null) {
                    throw new ApiException(ErrorCode.ABSENT, Path.ROOT, "Missing Env Var");
                }
                yield value;
            }
        };
    }

    private String rendered(String template) {
        return REFERENCE
                .matcher(template)
                .replaceAll(
                        match -> Matcher.quoteReplacement(value(match.group(1).strip())));
    }

    private String value(String variable) {
        var value = environment.get(variable);
        if (value == null) {
            throw new ApiException(
                    ErrorCode.ABSENT,
                    Path.ROOT,
                    "Missing Env Var: " + variable
                            + ". For security reasons when testing request options real environment variable values are"
                            + " not available. Please enter a mock value for " + variable
                            + " in the Sample Env Variables list.");
        }
        return value;
    }

    private static void checkIsAddress(String url) {
        try {
            var scheme = new URI(url).getScheme();
            if ("http".equals(scheme) || "https".equals(scheme)) {
                return;
            }
        } catch (URISyntaxException _) {
            // Told below.
        }
        var message = "InvalidUrlException " + Json.string(url) + " \"Invalid URL\"";
        throw refused(Json.array()
                .add(Json.object()
                        .put("error_code", "Request Initialization Error")
                        .put("message", message)));
    }

    private static ObjectNode told(Message message) {
        var told = Json.object();
        told.put("webhook_url", message.url());
        told.put("method", message.method());
        var headers = told.putArray("headers");
        message.headers()
                .forEach(header -> headers.addArray()
                        .add(header.name().toLowerCase(Locale.ROOT))
                        .add(header.value()));
        told.set("body", body(message.body()));
        return told;
    }

    /** JSON as such, anything else as text. */
    private static JsonNode body(byte[] body) {
        try {
            var read = Json.read(body);
            return read.isMissingNode() ? Json.string("") : read;
        } catch (JacksonException _) {
            return Json.string(new String(body, StandardCharsets.UTF_8));
        }
    }
}
