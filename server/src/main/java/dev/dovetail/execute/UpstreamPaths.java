package dev.dovetail.execute;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.Failure;
import dev.dovetail.json.Json;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns the paths within a remote schema's errors into paths within the client's answer. */
final class UpstreamPaths {
    private UpstreamPaths() {}

    /** @param change gives the new path, or null for a path that has no counterpart, which is then left out */
    static ApiException of(ApiException exception, Function<ArrayNode, @Nullable ArrayNode> change) {
        return new ApiException(of(exception.failures(), change));
    }

    static List<Failure> of(List<Failure> failures, Function<ArrayNode, @Nullable ArrayNode> change) {
        return failures.stream().map(failure -> of(failure, change)).toList();
    }

    private static Failure of(Failure failure, Function<ArrayNode, @Nullable ArrayNode> change) {
        return switch (failure) {
            case Failure.Upstream(var errors) -> {
                var changed = Json.array();
                errors.forEach(error -> changed.add(of(error, change)));
                yield new Failure.Upstream(changed);
            }
            case Failure.Partial(var path, var cause) -> {
                var changed = path == null ? null : change.apply(path);
                yield new Failure.Partial(changed, of(cause, change));
            }
            case Failure.Own own -> own;
            case Failure.Handler handler -> handler;
        };
    }

    static JsonNode of(JsonNode error, Function<ArrayNode, @Nullable ArrayNode> change) {
        if (!(error instanceof ObjectNode object) || !(object.get("path") instanceof ArrayNode path)) {
            return error;
        }
        var changed = object.deepCopy();
        var newPath = change.apply(path);
        if (newPath == null) {
            changed.remove("path");
        } else {
            changed.set("path", newPath);
        }
        return changed;
    }

    /** The path, then the other one from a position on. */
    static ArrayNode append(ArrayNode path, ArrayNode other, int from) {
        for (var i = from; i < other.size(); i++) {
            path.add(other.get(i));
        }
        return path;
    }
}
