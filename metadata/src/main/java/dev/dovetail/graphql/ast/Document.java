package dev.dovetail.graphql.ast;

import java.util.List;
import java.util.SequencedMap;

/** A parsed request text. Names of operations and fragments are unique in it. */
public record Document(List<OperationDefinition> operations, SequencedMap<String, FragmentDefinition> fragments) {
    public Document {
        operations = List.copyOf(operations);
        fragments = Ordered.copy(fragments);
    }
}
