package dev.dovetail.graphql.type;

import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

public record InputObjectType<M>(
        String name, @Nullable String description, Lazy<SequencedMap<String, InputField<M>>> fields)
        implements NamedType<M> {}
