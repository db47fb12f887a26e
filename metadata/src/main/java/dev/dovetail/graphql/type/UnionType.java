package dev.dovetail.graphql.type;

import java.util.List;
import org.jspecify.annotations.Nullable;

public record UnionType<M>(String name, @Nullable String description, Lazy<List<ObjectType<M>>> members)
        implements NamedType<M> {}
