package dev.dovetail.operation;

import dev.dovetail.graphql.ast.OperationKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A bound operation. */
public record Operation(OperationKind kind, @Nullable String name, List<BoundField> fields) {
    public Operation {
        fields = List.copyOf(fields);
    }
}
