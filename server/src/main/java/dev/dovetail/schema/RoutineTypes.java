package dev.dovetail.schema;

import static dev.dovetail.schema.Uses.argument;
import static dev.dovetail.schema.Uses.input;
import static dev.dovetail.schema.Uses.required;

import dev.dovetail.graphql.type.InputField;
import dev.dovetail.graphql.type.InputObjectType;
import dev.dovetail.graphql.type.Lazy;
import dev.dovetail.model.Naming;
import dev.dovetail.model.Routine;
import java.util.List;

/** What a client gives to a function: the argument {@code args}, absent where there is nothing to give. */
final class RoutineTypes {
    private final Registry registry;
    private final ScalarTypes scalars;

    RoutineTypes(Registry registry, ScalarTypes scalars) {
        this.registry = registry;
        this.scalars = scalars;
    }

    /** @param type the name of the argument's type */
    List<InputField<Meaning>> arguments(Naming naming, Routine routine, String type, String description) {
        if (routine.takesNothing()) {
            return List.of();
        }
        var use = registry.named(
                type, () -> new InputObjectType<>(type, null, Lazy.of(() -> Uses.sorted(fields(routine)))));
        return List.of(argument(naming, ArgumentName.ARGS, description, routine.demands() ? required(use) : use));
    }

    /**
     * All may be null: every argument of a Postgres function may. That one is missing is found out when it is called.
     */
    private List<InputField<Meaning>> fields(Routine routine) {
        return routine.given().stream()
                .map(each -> input(each.field(), null, scalars.of(each.type()), new InputMeaning.RoutineArgument(each)))
                .toList();
    }
}
