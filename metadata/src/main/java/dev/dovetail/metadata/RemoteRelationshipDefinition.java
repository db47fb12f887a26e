package dev.dovetail.metadata;

import dev.dovetail.name.ActionName;
import dev.dovetail.name.RemoteSchemaName;
import dev.dovetail.name.SourceName;
import dev.dovetail.name.TableName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Where a remote relationship leads. */
public sealed interface RemoteRelationshipDefinition {

    /** @param fieldMapping from a field of this side to a column of the table */
    record ToSource(
            SourceName source,
            TableName table,
            RelationshipType relationshipType,
            SequencedMap<String, String> fieldMapping)
            implements RemoteRelationshipDefinition {
        public ToSource {
            fieldMapping = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fieldMapping));
        }
    }

    /**
     * @param legacyForm written as {@code {remote_schema, hasura_fields, remote_field}}, and exported so
     * @param batch null: the remote field is asked once for each key
     */
    record ToRemoteSchema(
            RemoteSchemaName remoteSchema,
            List<String> lhsFields,
            RemoteFieldCall remoteField,
            boolean legacyForm,
            @Nullable Batch batch)
            implements RemoteRelationshipDefinition {
        public ToRemoteSchema {
            lhsFields = List.copyOf(lhsFields);
        }
    }

    /**
     * The remote field takes all keys at once, as a list, and answers a list.
     *
     * @param matchBy the field of the answered objects that holds the key
     * @param type whether a key leads to one of them or to several
     */
    record Batch(String matchBy, RelationshipType type) {}

    /**
     * @param arguments of the action; a text {@code $name} stands for a field's value. Arguments left out are the
     *     client's
     * @param batch whether the handler takes a list of inputs and answers a list
     */
    record ToAction(ActionName action, SequencedMap<String, JsonNode> arguments, boolean batch)
            implements RemoteRelationshipDefinition {
        public ToAction {
            arguments = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(arguments));
        }
    }

    /**
     * A field of the remote schema, and perhaps one beneath it. Arguments hold {@code $name} where a field's value
     * goes.
     */
    record RemoteFieldCall(
            String field,
            SequencedMap<String, JsonNode> arguments,
            @Nullable RemoteFieldCall nested) {
        public RemoteFieldCall {
            arguments = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(arguments));
        }
    }
}
