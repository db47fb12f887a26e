package dev.dovetail.graphql.ast;

import org.jspecify.annotations.Nullable;

/** The default value, when there is one, holds no variable. */
public record VariableDefinition(
        String name, TypeSyntax type, @Nullable Value defaultValue) {}
