package dev.dovetail.plan;

import dev.dovetail.graphql.ast.OperationKind;
import dev.dovetail.graphql.ast.TypeSyntax;
import dev.dovetail.model.ValueSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request to a remote schema.
 *
 * @param selections the text between the braces
 */
public record RemoteQuery(
        OperationKind kind, @Nullable String operationName, List<Variable> variables, String selections) {

    /**
     * @param type as the operation must declare it
     * @param enumValues what a text from the session may be; empty when it may be anything that the type takes
     */
    public record Variable(String name, TypeSyntax type, ValueSource source, Set<String> enumValues) {
        public Variable(String name, TypeSyntax type, ValueSource source) {
            this(name, type, source, Set.of());
        }
    }
}
