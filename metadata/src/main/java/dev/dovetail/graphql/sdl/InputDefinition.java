package dev.dovetail.graphql.sdl;

import dev.dovetail.graphql.ast.TypeSyntax;
import dev.dovetail.graphql.ast.Value;
import org.jspecify.annotations.Nullable;

/** An argument of a field, or a field of an input object. The default value holds no variable. */
public record InputDefinition(
        String name, @Nullable String description, TypeSyntax type, @Nullable Value defaultValue) {}
