package dev.dovetail.graphql.type;

import java.util.List;
import org.jspecify.annotations.Nullable;

public record InterfaceType<M>(
        String name, @Nullable String description, Fields<M> fields, Lazy<List<ObjectType<M>>> possible)
        implements NamedType<M> {}
