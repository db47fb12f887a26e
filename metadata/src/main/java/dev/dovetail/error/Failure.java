package dev.dovetail.error;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What went wrong, by who said so. Rendered and redacted at the edge only. */
public sealed interface Failure {

    /** Our own finding. {@code internal} is shown to nobody but an administrator or in dev mode. */
    record Own(
            ErrorCode code,
            Path path,
            String message,
            @Nullable JsonNode internal) implements Failure {}

    /** An action's handler refused: message and extensions are its own words. */
    record Handler(Path path, String message, ObjectNode extensions) implements Failure {}

    /** A remote schema's errors, passed on as they came. */
    record Upstream(ArrayNode errors) implements Failure {}

    /**
     * A failure that leaves the rest of the answer standing: the field at the place is null.
     *
     * @param path response keys and positions, as GraphQL's {@code path}; null when it is not known
     */
    record Partial(@Nullable ArrayNode path, Failure cause) implements Failure {

        /** Whether a path leads to a place or into what stands there. */
        public static boolean isWithin(JsonNode path, ArrayNode outer) {
            if (path.size() < outer.size()) {
                return false;
            }
            for (var i = 0; i < outer.size(); i++) {
                if (!path.get(i).equals(outer.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }
}
