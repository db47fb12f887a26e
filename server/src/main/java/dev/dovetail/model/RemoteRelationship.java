package dev.dovetail.model;

import dev.dovetail.graphql.ast.TypeSyntax;
import dev.dovetail.graphql.ast.Value;
import dev.dovetail.graphql.sdl.InputDefinition;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * A relationship that leaves its service: from values that a row or an object holds to what another service has for
 * them. It starts at a table, at a type of an action's answer or at a type of a remote schema.
 *
 * @param field its name in GraphQL
 * @param keys the values; a null in any of them gives a null field
 * @param partial whether the field is null, with an error beside the answer, when the other side fails
 */
public record RemoteRelationship(String field, List<JoinKey> keys, Target target, boolean partial) {
    public RemoteRelationship {
        keys = List.copyOf(keys);
    }

    /** Whether it starts at a list: then what its elements lead to is a list too, in their order. */
    public boolean spreads() {
        return keys.stream().anyMatch(key -> key instanceof JoinKey.OfField(var _, var list) && list);
    }

    private static boolean isList(TypeSyntax type) {
        return switch (type) {
            case TypeSyntax.ListOf _ -> true;
            case TypeSyntax.NonNull(var of) -> isList(of);
            case TypeSyntax.Named _ -> false;
        };
    }

    /** The other side. */
    public sealed interface Target {
        /** Whether one key leads to a list. */
        boolean leadsToMany();

        /** @param columns equal to the keys, one for each */
        record ToTable(Relationship.Kind kind, Table table, List<Column> columns) implements Target {
            public ToTable {
                columns = List.copyOf(columns);
            }

            @Override
            public boolean leadsToMany() {
                return kind == Relationship.Kind.ARRAY;
            }
        }

        /**
         * @param calls the remote field, then fields within it; the last one gives the answer
         * @param batch null: the field is asked once for each key
         */
        record ToRemoteSchema(
                RemoteSchema remote,
                List<Call> calls,
                @Nullable Batch batch) implements Target {
            public Call last() {
                return calls.getLast();
            }

            @Override
            public boolean leadsToMany() {
                return batch == null ? isList(last().type()) : batch.kind() == Relationship.Kind.ARRAY;
            }
        }

        /**
         * @param arguments fixed by the metadata; a {@link Value.Variable} names a key
         * @param batch whether the handler takes a list of inputs and answers a list
         */
        record ToAction(Action action, SequencedMap<String, Value> arguments, boolean batch) implements Target {

            @Override
            public boolean leadsToMany() {
                return isList(action.output());
            }

            /** Those arguments that are left to the client. */
            public List<Action.Argument> free() {
                return action.arguments().stream()
                        .filter(each -> !arguments.containsKey(each.name()))
                        .toList();
            }
        }
    }

    /**
     * One step down a remote schema.
     *
     * @param arguments fixed by the metadata; a {@link Value.Variable} names a key
     * @param taken the types of those arguments
     * @param free arguments left to the client
     */
    public record Call(
            String field,
            SequencedMap<String, Value> arguments,
            Map<String, TypeSyntax> taken,
            List<InputDefinition> free,
            TypeSyntax type) {}

    /**
     * A remote field that takes the one key as a list of all keys and answers a list.
     *
     * @param matchBy the field of the answered objects that holds the key
     * @param kind whether a key leads to one of them or to all that match
     */
    public record Batch(String matchBy, Relationship.Kind kind) {}
}
