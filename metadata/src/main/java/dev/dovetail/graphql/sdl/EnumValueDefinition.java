package dev.dovetail.graphql.sdl;

import org.jspecify.annotations.Nullable;

/** {@code deprecation} is the reason, absent when the value is not deprecated. */
public record EnumValueDefinition(
        String name, @Nullable String description, @Nullable String deprecation) {}
