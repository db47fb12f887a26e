package dev.dovetail.http;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Failure;
import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.request.ErrorFormat;
import dev.dovetail.session.Session;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The one place where failures become JSON, in the two shapes the reference has, and where what a client may not see is
 * left out.
 */
public final class ErrorRenderer implements ErrorFormat {
    private final ErrorPolicy policy;

    public ErrorRenderer(ErrorPolicy policy) {
        this.policy = policy;
    }

    /** {@code [{"message", "extensions": {"path", "code"}}]}, for the GraphQL endpoints. */
    @Override
    public ArrayNode graphqlErrors(List<Failure> failures, @Nullable Session session) {
        var errors = Json.array();
        failures.forEach(failure -> addGraphqlError(errors, failure, session));
        return errors;
    }

    /** A whole GraphQL answer that holds nothing but errors. */
    byte[] graphqlAnswer(ApiException refusal, @Nullable Session session) {
        var answer = Json.object();
        answer.set("errors", graphqlErrors(refusal.failures(), session));
        return Json.writeBytes(answer);
    }

    /** {@code {"path", "error", "code"}}, for all other endpoints. They tell the first failure only. */
    public ObjectNode plainError(ApiException refusal, @Nullable Session session) {
        return switch (refusal.failure()) {
            case Failure.Own(var code, var path, var message, var internal) ->
                withInternal(plain(path, message, code.wire()), internal, session);
            case Failure.Handler(var path, var message, var extensions) ->
                plain(path, message, extensions.path("code").asString(ErrorCode.UNEXPECTED.wire()));
            case Failure.Upstream(var errors) ->
                plain(Path.ROOT, errors.path(0).path("message").asString(""), ErrorCode.REMOTE_SCHEMA_ERROR.wire());
            case Failure.Partial(var _, var cause) -> plainError(new ApiException(cause), session);
        };
    }

    /** What a client is told of a fault of ours; the details are for the log and for those who may see them. */
    static ApiException ofFault(Throwable fault) {
        var internal = Json.object();
        internal.put("error", fault.toString());
        return new ApiException(ErrorCode.UNEXPECTED, Path.ROOT, "Internal Server Error", internal);
    }

    private void addGraphqlError(ArrayNode errors, Failure failure, @Nullable Session session) {
        switch (failure) {
            case Failure.Own(var code, var path, var message, var internal) -> {
                var extensions = Json.object();
                extensions.put("path", path.text());
                extensions.put("code", code.wire());
                errors.add(error(message, withInternal(extensions, internal, session)));
            }
            case Failure.Handler(var path, var message, var extensions) -> errors.add(error(message, extensions));
            case Failure.Upstream(var foreign) -> errors.addAll(foreign);
            case Failure.Partial(var path, var cause) -> {
                var from = errors.size();
                addGraphqlError(errors, cause, session);
                for (var i = from; i < errors.size(); i++) {
                    place(errors, i, path);
                }
            }
        }
    }

    /**
     * Foreign errors are copied: they stand at several places when several fields wait for them, and each tells its own
     * or one within it.
     */
    private static void place(ArrayNode errors, int index, @Nullable ArrayNode path) {
        if (path != null
                && errors.get(index) instanceof ObjectNode error
                && !Failure.Partial.isWithin(error.path("path"), path)) {
            var placed = error.deepCopy();
            placed.set("path", path);
            errors.set(index, placed);
        }
    }

    private ObjectNode withInternal(ObjectNode node, @Nullable JsonNode internal, @Nullable Session session) {
        if (internal != null && policy.showsInternal(session)) {
            node.set("internal", internal);
        }
        return node;
    }

    private static ObjectNode error(String message, ObjectNode extensions) {
        var error = Json.object();
        error.put("message", message);
        error.set("extensions", extensions);
        return error;
    }

    private static ObjectNode plain(Path path, String message, String code) {
        var error = Json.object();
        error.put("path", path.text());
        error.put("error", message);
        error.put("code", code);
        return error;
    }
}
