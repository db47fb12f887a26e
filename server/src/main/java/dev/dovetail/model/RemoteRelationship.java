package dev.dovetail.model;

import dev.dovetail.graphql.ast.TypeSyntax;
import dev.dovetail.graphql.ast.Value;
import dev.dovetail.graphql.sdl.InputDefinition;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * A relationship from a table's row to a field of a remote schema.
 *
 * @param field its name in GraphQL
 * @param columns the columns whose values the arguments use; a null in any of them gives a null field
 * @param calls the remote field, then fields within it; the last one gives the answer
 */
public record RemoteRelationship(String field, List<Column> columns, RemoteSchema remote, List<Call> calls) {

    /**
     * One step down a remote schema.
     *
     * @param arguments fixed by the metadata; a {@link Value.Variable} names a column of {@link #columns} by its
     *     GraphQL field
     * @param taken the types of those arguments
     * @param free arguments left to the client
     */
    public record Call(
            String field,
            SequencedMap<String, Value> arguments,
            Map<String, TypeSyntax> taken,
            List<InputDefinition> free,
            TypeSyntax type) {}

    public Call last() {
        return calls.getLast();
    }
}
