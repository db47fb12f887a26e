package dev.dovetail.graphql;

import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.NamedNode;
import graphql.language.Node;
import graphql.language.ObjectValue;
import graphql.language.OperationDefinition;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/** Finds in graphql-java's tree what its grammar lets pass and ours does not. */
final class Repetitions {
    private Repetitions() {}

    static boolean none(Document document) {
        return unique(document.getDefinitionsOfType(OperationDefinition.class))
                && unique(document.getDefinitionsOfType(FragmentDefinition.class))
                && document.getChildren().stream().allMatch(Repetitions::isFine);
    }

    @SuppressWarnings({"rawtypes", "unchecked"}) // graphql-java's own way to give children
    private static boolean isFine(Node node) {
        var fine = switch (node) {
            case Field field -> unique(field.getArguments());
            case Directive directive -> unique(directive.getArguments());
            case ObjectValue object -> unique(object.getObjectFields());
            case VariableDefinition variable ->
                variable.getDirectives().isEmpty()
                        && (variable.getDefaultValue() == null || isConstant(variable.getDefaultValue()));
            default -> true;
        };
        return fine && ((List<Node>) node.getChildren()).stream().allMatch(Repetitions::isFine);
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static boolean isConstant(Node node) {
        return !(node instanceof VariableReference)
                && ((List<Node>) node.getChildren()).stream().allMatch(Repetitions::isConstant);
    }

    private static boolean unique(List<? extends NamedNode<?>> nodes) {
        var names = new HashSet<String>();
        return nodes.stream().map(NamedNode::getName).filter(Objects::nonNull).allMatch(names::add);
    }
}
