package dev.dovetail.graphql.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

public record OperationDefinition(
        OperationKind kind,
        @Nullable String name,
        List<VariableDefinition> variables,
        List<Directive> directives,
        List<Selection> selections) {
    public OperationDefinition {
        variables = List.copyOf(variables);
        directives = List.copyOf(directives);
        selections = List.copyOf(selections);
    }
}
