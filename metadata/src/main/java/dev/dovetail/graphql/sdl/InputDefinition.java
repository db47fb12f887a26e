package dev.dovetail.graphql.sdl;

import dev.dovetail.graphql.ast.Directive;
import dev.dovetail.graphql.ast.TypeSyntax;
import dev.dovetail.graphql.ast.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An argument of a field, or a field of an input object. The default value and the directives hold no variable.
 * Directives are kept here and nowhere else, because here some servers give them a meaning ({@code @preset}).
 */
public record InputDefinition(
        String name,
        @Nullable String description,
        TypeSyntax type,
        @Nullable Value defaultValue,
        List<Directive> directives) {
    public InputDefinition {
        directives = List.copyOf(directives);
    }

    public InputDefinition(String name, @Nullable String description, TypeSyntax type, @Nullable Value defaultValue) {
        this(name, description, type, defaultValue, List.of());
    }
}
