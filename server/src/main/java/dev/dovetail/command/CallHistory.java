package dev.dovetail.command;

import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.metadata.Fields;
import dev.dovetail.metadata.NameCodec;
import dev.dovetail.name.ActionName;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The calls of asynchronous actions, for whoever looks after them: never with what clients sent as headers. */
@FunctionalInterface
public interface CallHistory {
    CallHistory NONE = _ -> {
        var none = Json.object().put("total", 0);
        none.putArray("calls");
        return none;
    };

    /**
     * {@code {total, calls}}, the newest first; {@code total} stops counting somewhere above ten thousand.
     *
     * @throws dev.dovetail.error.ApiException when the log cannot be reached
     */
    ObjectNode page(Wanted wanted);

    /**
     * @param action null for all
     * @param status null for all
     * @param payload whether inputs and outputs are told, which may hold what is secret to users
     */
    record Wanted(@Nullable ActionName action, @Nullable String status, boolean payload, int offset, int limit) {
        private static final Set<String> STATUSES = Set.of("created", "processing", "completed", "error");
        private static final int USUAL = 50;
        private static final int MOST = 200;

        static Wanted decode(JsonNode args, Path path) {
            var fields = Fields.of("AsyncActions", args, path);
            return new Wanted(
                    fields.optional("action", NameCodec::action),
                    fields.optional("status", Wanted::status),
                    fields.flag("payload", false),
                    count(fields, "offset", 0, Integer.MAX_VALUE),
                    count(fields, "limit", USUAL, MOST));
        }

        private static String status(JsonNode node, Path path) {
            var status = Fields.text(node, path);
            if (STATUSES.contains(status)) return status;
            throw Fields.fail(path, "expected created, processing, completed or error, but found " + status);
        }

        private static int count(Fields fields, String key, int usual, int most) {
            var given = fields.optionalInt(key);
            if (given == null) return usual;
            if (given < 0 || given > most) {
                throw Fields.fail(fields.path(key), "expected a number from 0 to " + most + ", encountered " + given);
            }
            return given;
        }
    }
}
