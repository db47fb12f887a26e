package dev.dovetail.graphql;

import dev.dovetail.graphql.type.FieldDef;
import dev.dovetail.graphql.type.NamedType;
import java.util.List;
import java.util.SequencedMap;

/**
 * The types of introspection itself ({@code __Schema}, {@code __Type} …), so that selections on them are validated like all
 * others. Every field of them carries the one meaning given.
 *
 * @param types by name
 * @param queryFields {@code __schema} and {@code __type}, to be found on the query root though not listed there
 */
public record IntrospectionTypes<M>(SequencedMap<String, NamedType<M>> types, List<FieldDef<M>> queryFields) {

    public static <M> IntrospectionTypes<M> of(M meaning) {
        throw new UnsupportedOperationException(String.valueOf(meaning));
    }
}
