package dev.dovetail.metadata;

import dev.dovetail.name.LogicalModelName;
import dev.dovetail.name.NativeQueryName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A SELECT written by hand, tracked as a root field. The relationships are all of them {@link RelationshipUsing.Manual}
 * or {@link RelationshipUsing.ManualNativeQuery}
 */
public record NativeQueryMetadata(
        NativeQueryName name,
        QueryCode code,
        Returns returns,
        SequencedMap<String, Argument> arguments,
        List<RelationshipMetadata> arrayRelationships,
        List<RelationshipMetadata> objectRelationships,
        @Nullable String description,
        ObjectNode rest) {
    public NativeQueryMetadata {
        arguments = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(arguments));
        arrayRelationships = List.copyOf(arrayRelationships);
        objectRelationships = List.copyOf(objectRelationships);
    }

    /** What its rows look like. */
    public sealed interface Returns {
        record Named(LogicalModelName model) implements Returns {}

        /** A logical model of its own, which has the query's name. */
        record Inline(
                List<LogicalModelMetadata.Field> fields, List<PermissionMetadata<SelectPermission>> selectPermissions)
                implements Returns {
            public Inline {
                fields = List.copyOf(fields);
                selectPermissions = List.copyOf(selectPermissions);
            }
        }
    }

    /** @param type as Postgres calls it */
    public record Argument(
            String type, boolean nullable, @Nullable String description) {}

    public NativeQueryMetadata withRest(ObjectNode changed) {
        return new NativeQueryMetadata(
                name, code, returns, arguments, arrayRelationships, objectRelationships, description, changed);
    }

    public NativeQueryMetadata mapRelationships(UnaryOperator<List<RelationshipMetadata>> change) {
        return new NativeQueryMetadata(
                name,
                code,
                returns,
                arguments,
                change.apply(arrayRelationships),
                change.apply(objectRelationships),
                description,
                rest);
    }

    /** With other permissions on a logical model of its own; unchanged when it has none. */
    public NativeQueryMetadata mapPermissions(UnaryOperator<List<PermissionMetadata<SelectPermission>>> change) {
        return returns instanceof Returns.Inline(var fields, var permissions)
                ? new NativeQueryMetadata(
                        name,
                        code,
                        new Returns.Inline(fields, change.apply(permissions)),
                        arguments,
                        arrayRelationships,
                        objectRelationships,
                        description,
                        rest)
                : this;
    }
}
