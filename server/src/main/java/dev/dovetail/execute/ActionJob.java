package dev.dovetail.execute;

import dev.dovetail.json.Json;
import dev.dovetail.name.ActionName;
import java.time.Duration;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A call of an asynchronous action that is to be made now.
 *
 * @param headers as {@link ActionLog.Entry#headers()}
 * @param age since somebody asked for it, by the clock of the log
 * @param tries how many times it has been taken up, this time included
 */
public record ActionJob(
        UUID id,
        ActionName action,
        ObjectNode input,
        SequencedMap<String, List<String>> headers,
        ObjectNode session,
        Duration age,
        int tries) {

    /** Without what a client sent. */
    @Override
    public String toString() {
        return "ActionJob[" + action + " " + id + "]";
    }

    /** What became of it. */
    public sealed interface Outcome {
        record Completed(JsonNode output) implements Outcome {}

        /** @param errors {@code {error, path, code, internal?}} */
        record Failed(ObjectNode errors) implements Outcome {
            public static Failed of(String error) {
                return new Failed(
                        Json.object().put("error", error).put("path", "$").put("code", "unexpected"));
            }
        }
    }
}
