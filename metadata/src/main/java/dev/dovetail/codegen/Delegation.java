package dev.dovetail.codegen;

import dev.dovetail.graphql.DocumentParser;
import dev.dovetail.graphql.ast.Selection.FieldNode;
import org.jspecify.annotations.Nullable;

/**
 * The operation that a derived action's handler passes its call on to.
 *
 * @param key of the answer's data that is the action's answer; null: all of the data
 */
public record Delegation(String operation, @Nullable String key) {

    /** Throws {@link dev.dovetail.error.ApiException} when the text is no GraphQL. */
    public static Delegation of(String operation) {
        var roots = DocumentParser.parse(operation).operations().stream()
                .flatMap(each -> each.selections().stream())
                .filter(FieldNode.class::isInstance)
                .map(FieldNode.class::cast)
                .filter(field -> !field.name().startsWith("__"))
                .map(FieldNode::responseKey)
                .distinct()
                .toList();
        return new Delegation(operation.strip(), roots.size() == 1 ? roots.getFirst() : null);
    }
}
