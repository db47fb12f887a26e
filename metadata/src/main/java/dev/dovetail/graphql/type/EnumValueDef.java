package dev.dovetail.graphql.type;

import org.jspecify.annotations.Nullable;

/** {@code deprecation} is the reason, absent when the value is not deprecated. */
public record EnumValueDef(
        String name, @Nullable String description, @Nullable String deprecation) {}
