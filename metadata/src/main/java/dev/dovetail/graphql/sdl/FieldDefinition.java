package dev.dovetail.graphql.sdl;

import dev.dovetail.graphql.ast.TypeSyntax;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code deprecation} is the reason, absent when the field is not deprecated. */
public record FieldDefinition(
        String name,
        @Nullable String description,
        List<InputDefinition> arguments,
        TypeSyntax type,
        @Nullable String deprecation) {
    public FieldDefinition {
        arguments = List.copyOf(arguments);
    }
}
