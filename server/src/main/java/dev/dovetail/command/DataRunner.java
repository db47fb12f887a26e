package dev.dovetail.command;

import dev.dovetail.model.Model;
import dev.dovetail.operation.legacy.DataCall;
import dev.dovetail.session.Session;
import tools.jackson.databind.JsonNode;

/** Runs data calls of the oldest API under the permissions of the session's role. */
@FunctionalInterface
public interface DataRunner {
    /**
     * Blocks. Throws {@link dev.dovetail.error.ApiException} with paths that start at the call's arguments.
     *
     * @param model in which the call's names are looked up; within a bulk the model of the commands before it
     */
    JsonNode run(DataCall call, Model model, Session session);
}
