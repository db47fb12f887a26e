package dev.dovetail.plan;

import dev.dovetail.graphql.ast.OperationKind;
import dev.dovetail.graphql.ast.TypeSyntax;
import dev.dovetail.model.ValueSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request to a remote schema.
 *
 * @param selections the text between the braces
 */
public record RemoteQuery(
        OperationKind kind, @Nullable String operationName, List<Variable> variables, String selections) {

    /** @param type as the operation must declare it */
    public record Variable(String name, TypeSyntax type, ValueSource source) {}
}
