package dev.dovetail.graphql.type;

import org.jspecify.annotations.Nullable;

/** A type that has a name. */
public sealed interface NamedType<M>
        permits ScalarType, EnumType, ObjectType, InterfaceType, UnionType, InputObjectType {
    String name();

    @Nullable
    String description();
}
