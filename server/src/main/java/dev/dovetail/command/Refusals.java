package dev.dovetail.command;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Failure;
import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.metadata.Out;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Refusals of commands. Their paths start at the arguments; {@link #under} puts them where the arguments stand. */
final class Refusals {
    private Refusals() {}

    static ApiException refusal(ErrorCode code, String message) {
        return new ApiException(code, Path.ROOT, message);
    }

    static ApiException alreadyExists(String message) {
        return refusal(ErrorCode.ALREADY_EXISTS, message);
    }

    static ApiException notExists(String message) {
        return refusal(ErrorCode.NOT_EXISTS, message);
    }

    static ApiException notFound(String message) {
        return refusal(ErrorCode.ABSENT, message);
    }

    /** A name in double quotes, as messages show names. */
    static String quoted(Object name) {
        return "\"" + name + "\"";
    }

    static ApiException under(Path base, ApiException refusal) {
        return new ApiException(
                refusal.failures().stream().map(each -> under(base, each)).toList());
    }

    private static Failure under(Path base, Failure failure) {
        if (!(failure instanceof Failure.Own(var code, var path, var message, var internal))) return failure;
        return new Failure.Own(code, new Path(base.text() + path.text().substring(1)), message, internal);
    }

    /** Does a check whose refusals are about one of the arguments. */
    static <T> T at(String key, Supplier<T> check) {
        try {
            return check.get();
        } catch (ApiException refusal) {
            throw under(Path.ROOT.key(key), refusal);
        }
    }

    /** An error as one element of an answer shows it. */
    static JsonNode asElement(ApiException refusal) {
        return switch (refusal.failure()) {
            case Failure.Own own ->
                Out.object()
                        .put("code", own.code().wire())
                        .put("error", own.message())
                        .put("internal", own.internal())
                        .put("path", own.path().text())
                        .done();
            case Failure.Handler handler -> Json.object().put("error", handler.message());
            case Failure.Upstream upstream ->
                Out.object().put("errors", upstream.errors()).done();
            case Failure.Partial(var _, var cause) -> asElement(new ApiException(cause));
        };
    }
}
