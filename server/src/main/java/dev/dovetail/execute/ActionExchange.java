package dev.dovetail.execute;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.template.webhook.Message;
import dev.dovetail.template.webhook.RequestContext;
import dev.dovetail.template.webhook.ResponseTransform;
import dev.dovetail.template.webhook.TransformFailure;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One exchange with a handler, as far as transforms go: the request to be sent, and the body that its answer is taken
 * to have.
 *
 * @param transformed null when the request goes out as it is
 */
record ActionExchange(
        ActionRequest asked, Http.Request request, @Nullable Message transformed) {

    /** Throws {@link ApiException} when the transform fails. */
    static ActionExchange of(ActionRequest asked, ObjectNode payload, List<Header> headers) {
        var action = asked.action();
        var plain = new Http.Request("POST", action.url(), headers, Json.writeBytes(payload), asked.timeout());
        if (action.request() == null) {
            return new ActionExchange(asked, plain, null);
        }
        var message = message(plain);
        try {
            var transformed =
                    action.request().apply(message, RequestContext.of(message, action.url(), asked.session()));
            return new ActionExchange(asked, request(transformed, plain), transformed);
        } catch (TransformFailure failure) {
            throw failed("Request", asked, failure);
        }
    }

    /** The answer as its transform leaves it. Throws {@link ApiException} when the transform fails. */
    Http.Response transform(Http.Response response) {
        var transform = asked.action().response();
        if (transform == null) {
            return response;
        }
        var context = new ResponseTransform.Context(
                response.body(),
                response.status(),
                transformed == null
                        ? null
                        : RequestContext.of(transformed, asked.action().url(), asked.session()),
                asked.session());
        try {
            var body = transform.apply(context);
            return body == null
                    ? response
                    : new Http.Response(response.status(), response.headers(), Json.writeBytes(body));
        } catch (TransformFailure failure) {
            throw failed("Response", asked, failure);
        }
    }

    private static ApiException failed(String what, ActionRequest asked, TransformFailure failure) {
        var errors = HandlerAddress.of(asked.action()).hide(failure.errors());
        return new ApiException(ErrorCode.UNEXPECTED, Path.ROOT, what + " Transformation Failed", errors);
    }

    private static Message message(Http.Request request) {
        return new Message(
                request.method(),
                request.url(),
                request.headers().stream()
                        .map(header -> new Message.Line(header.name(), header.value()))
                        .toList(),
                request.body());
    }

    private static Http.Request request(Message message, Http.Request before) {
        return new Http.Request(
                message.method(),
                message.url(),
                message.headers().stream()
                        .map(line -> new Header(line.name(), line.value()))
                        .toList(),
                message.body(),
                before.timeout());
    }
}
