package dev.dovetail.openapi;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a description became.
 *
 * @param actions as in {@code metadata.actions}
 * @param types as {@code metadata.custom_types}, only those that the actions use
 * @param remarks what was left out or changed, a sentence each
 */
public record Imported(List<ObjectNode> actions, ObjectNode types, List<String> remarks) {
    public Imported {
        actions = List.copyOf(actions);
        remarks = List.copyOf(remarks);
    }
}
