package dev.dovetail.graphql.type;

import java.util.List;
import org.jspecify.annotations.Nullable;

public record ObjectType<M>(
        String name, @Nullable String description, Fields<M> fields, List<TypeUse.Named<M>> interfaces)
        implements NamedType<M> {
    public ObjectType {
        interfaces = List.copyOf(interfaces);
    }
}
