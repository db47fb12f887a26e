package dev.dovetail.graphql;

import java.util.List;
import java.util.SequencedMap;
import tools.jackson.databind.JsonNode;

/**
 * A selected field of an introspection type: fragments and directives are resolved, equal fields merged, arguments
 * coerced.
 */
public interface IntrospectionField {
    String responseKey();

    String name();

    SequencedMap<String, JsonNode> arguments();

    List<? extends IntrospectionField> children();
}
