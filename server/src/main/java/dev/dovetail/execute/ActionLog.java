package dev.dovetail.execute;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.name.ActionName;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The calls of asynchronous actions, kept where they survive us. All methods block, and throw an
 * {@link dev.dovetail.error.ApiException} when the log cannot be reached.
 */
public interface ActionLog {

    /** Keeps nothing, for where there is no database for it. */
    ActionLog NONE = new ActionLog() {
        @Override
        public UUID add(Entry entry) {
            throw new ApiException(ErrorCode.NOT_SUPPORTED, Path.ROOT, "asynchronous actions cannot be kept here");
        }

        @Override
        public Optional<Recorded> find(ActionName action, UUID id) {
            return Optional.empty();
        }

        @Override
        public void clear(ActionName action) {}
    };

    /** Keeps a call to be made later; once this returns it will be made. */
    UUID add(Entry entry);

    /** Empty when the action has no such call. */
    Optional<Recorded> find(ActionName action, UUID id);

    /** Forgets all calls of an action. */
    void clear(ActionName action);

    /**
     * @param headers of the client, as far as the handler is to get them; names in lower case
     * @param session the session's variables
     */
    record Entry(ActionName action, ObjectNode input, SequencedMap<String, List<String>> headers, ObjectNode session) {
        /** Without what a client sent. */
        @Override
        public String toString() {
            return "Entry[" + action + "]";
        }
    }

    /**
     * @param createdAt as JSON has points in time
     * @param output what the handler answered; JSON's null until then
     * @param errors {@code {error, path, code, internal?}}; JSON's null when there are none
     * @param session the variables of the session that asked for the call
     */
    record Recorded(UUID id, String createdAt, JsonNode output, JsonNode errors, JsonNode session) {
        @Override
        public String toString() {
            return "Recorded[" + id + "]";
        }
    }
}
