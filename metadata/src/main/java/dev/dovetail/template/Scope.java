package dev.dovetail.template;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a template sees.
 *
 * @param variables by their names, {@code $body} for example
 * @param session the session's variables, names in lower case, for {@code getSessionVariable}; null without a session
 */
public record Scope(
        SequencedMap<String, JsonNode> variables, @Nullable ObjectNode session) {
    public Scope {
        variables = new LinkedHashMap<>(variables);
    }
}
