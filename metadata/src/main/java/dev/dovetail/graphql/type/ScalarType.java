package dev.dovetail.graphql.type;

import org.jspecify.annotations.Nullable;

public record ScalarType<M>(String name, @Nullable String description) implements NamedType<M> {}
