package dev.dovetail.graphql.sdl;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** A schema as plain data. Types are keyed by their own name; the roots are names of object types among them. */
public record TypeDefinitions(
        SequencedMap<String, TypeDefinition> types,
        String queryType,
        @Nullable String mutationType,
        @Nullable String subscriptionType) {
    public TypeDefinitions {
        types = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(types));
    }
}
