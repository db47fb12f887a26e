package dev.dovetail.metadata;

import dev.dovetail.json.Json;
import dev.dovetail.name.TableName;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A tracked table or view.
 *
 * @param eventTriggers raw
 * @param rest apollo_federation_config, logical_model
 */
public record TableMetadata(
        TableName table,
        boolean isEnum,
        TableConfiguration configuration,
        List<RelationshipMetadata> objectRelationships,
        List<RelationshipMetadata> arrayRelationships,
        List<ComputedFieldMetadata> computedFields,
        List<RemoteRelationshipMetadata> remoteRelationships,
        List<PermissionMetadata<InsertPermission>> insertPermissions,
        List<PermissionMetadata<SelectPermission>> selectPermissions,
        List<PermissionMetadata<UpdatePermission>> updatePermissions,
        List<PermissionMetadata<DeletePermission>> deletePermissions,
        List<JsonNode> eventTriggers,
        ObjectNode rest) {

    public TableMetadata {
        objectRelationships = List.copyOf(objectRelationships);
        arrayRelationships = List.copyOf(arrayRelationships);
        computedFields = List.copyOf(computedFields);
        remoteRelationships = List.copyOf(remoteRelationships);
        insertPermissions = List.copyOf(insertPermissions);
        selectPermissions = List.copyOf(selectPermissions);
        updatePermissions = List.copyOf(updatePermissions);
        deletePermissions = List.copyOf(deletePermissions);
        eventTriggers = List.copyOf(eventTriggers);
    }

    public static TableMetadata of(TableName table) {
        return new TableMetadata(
                table,
                false,
                TableConfiguration.none(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Json.object());
    }

    public Builder change() {
        return new Builder(this);
    }

    /** A table under change: thirteen parts, of which a command touches one. */
    public static final class Builder {
        private TableName table;
        private boolean isEnum;
        private TableConfiguration configuration;
        private List<RelationshipMetadata> objectRelationships;
        private List<RelationshipMetadata> arrayRelationships;
        private List<ComputedFieldMetadata> computedFields;
        private List<RemoteRelationshipMetadata> remoteRelationships;
        private List<PermissionMetadata<InsertPermission>> insertPermissions;
        private List<PermissionMetadata<SelectPermission>> selectPermissions;
        private List<PermissionMetadata<UpdatePermission>> updatePermissions;
        private List<PermissionMetadata<DeletePermission>> deletePermissions;
        private List<JsonNode> eventTriggers;
        private ObjectNode rest;

        private Builder(TableMetadata from) {
            table = from.table;
            isEnum = from.isEnum;
            configuration = from.configuration;
            objectRelationships = from.objectRelationships;
            arrayRelationships = from.arrayRelationships;
            computedFields = from.computedFields;
            remoteRelationships = from.remoteRelationships;
            insertPermissions = from.insertPermissions;
            selectPermissions = from.selectPermissions;
            updatePermissions = from.updatePermissions;
            deletePermissions = from.deletePermissions;
            eventTriggers = from.eventTriggers;
            rest = from.rest;
        }

        public Builder table(TableName value) {
            table = value;
            return this;
        }

        public Builder isEnum(boolean value) {
            isEnum = value;
            return this;
        }

        public Builder configuration(TableConfiguration value) {
            configuration = value;
            return this;
        }

        public Builder objectRelationships(List<RelationshipMetadata> value) {
            objectRelationships = value;
            return this;
        }

        public Builder arrayRelationships(List<RelationshipMetadata> value) {
            arrayRelationships = value;
            return this;
        }

        public Builder computedFields(List<ComputedFieldMetadata> value) {
            computedFields = value;
            return this;
        }

        public Builder remoteRelationships(List<RemoteRelationshipMetadata> value) {
            remoteRelationships = value;
            return this;
        }

        public Builder insertPermissions(List<PermissionMetadata<InsertPermission>> value) {
            insertPermissions = value;
            return this;
        }

        public Builder selectPermissions(List<PermissionMetadata<SelectPermission>> value) {
            selectPermissions = value;
            return this;
        }

        public Builder updatePermissions(List<PermissionMetadata<UpdatePermission>> value) {
            updatePermissions = value;
            return this;
        }

        public Builder deletePermissions(List<PermissionMetadata<DeletePermission>> value) {
            deletePermissions = value;
            return this;
        }

        public Builder eventTriggers(List<JsonNode> value) {
            eventTriggers = value;
            return this;
        }

        public Builder rest(ObjectNode value) {
            rest = value;
            return this;
        }

        public TableMetadata done() {
            return new TableMetadata(
                    table,
                    isEnum,
                    configuration,
                    objectRelationships,
                    arrayRelationships,
                    computedFields,
                    remoteRelationships,
                    insertPermissions,
                    selectPermissions,
                    updatePermissions,
                    deletePermissions,
                    eventTriggers,
                    rest);
        }
    }
}
