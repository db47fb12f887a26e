package dev.dovetail.derive;

import dev.dovetail.graphql.ast.OperationKind;
import dev.dovetail.metadata.ActionDefinition.ActionArgument;
import dev.dovetail.metadata.CustomTypes;
import dev.dovetail.name.ActionName;
import java.util.List;

/**
 * An action that stands before an operation. Where it is handled is not said.
 *
 * @param kind of the operation: query or mutation
 * @param outputType GraphQL type syntax
 * @param types all that it needs beyond those of the database
 * @param operation what its handler has to ask for, as it was given
 */
public record Derived(
        ActionName name,
        OperationKind kind,
        List<ActionArgument> arguments,
        String outputType,
        CustomTypes types,
        String operation) {
    public Derived {
        arguments = List.copyOf(arguments);
    }
}
