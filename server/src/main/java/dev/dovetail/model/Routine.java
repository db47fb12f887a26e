package dev.dovetail.model;

import dev.dovetail.catalog.PgType;
import dev.dovetail.name.FunctionName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function of Postgres as it is called: what each of its parameters gets, in their order. */
public record Routine(FunctionName name, List<Parameter> parameters) {
    public Routine {
        parameters = List.copyOf(parameters);
    }

    /** What a parameter gets. Its name is null where the function gives none. */
    public sealed interface Parameter {
        @Nullable
        String name();

        /** The row a field is computed of. */
        record Row(@Nullable String name) implements Parameter {}

        /** All session variables, as one JSON object. */
        record Session(@Nullable String name, PgType type) implements Parameter {}

        /**
         * What the client gives.
         *
         * @param field its name in GraphQL
         * @param optional whether the function has a default for it
         */
        record Given(@Nullable String name, String field, ColumnType type, boolean optional) implements Parameter {}
    }

    /** Those a client gives. */
    public List<Parameter.Given> given() {
        return parameters.stream()
                .filter(Parameter.Given.class::isInstance)
                .map(Parameter.Given.class::cast)
                .toList();
    }

    public boolean takesNothing() {
        return given().isEmpty();
    }

    /** Whether something must be given. */
    public boolean demands() {
        return given().stream().anyMatch(each -> !each.optional());
    }
}
