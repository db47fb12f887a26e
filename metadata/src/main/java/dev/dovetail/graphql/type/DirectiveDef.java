package dev.dovetail.graphql.type;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A directive that documents may use; {@code locations} in GraphQL's words, for example {@code FIELD}. */
public record DirectiveDef(
        String name, @Nullable String description, List<String> locations, List<InputField<NoMeaning>> arguments) {
    public DirectiveDef {
        locations = List.copyOf(locations);
        arguments = List.copyOf(arguments);
    }
}
