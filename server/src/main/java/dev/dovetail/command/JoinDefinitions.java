package dev.dovetail.command;

import dev.dovetail.metadata.CustomTypes;
import dev.dovetail.metadata.Metadata;
import dev.dovetail.metadata.RemoteRelationshipDefinition;
import dev.dovetail.metadata.RemoteSchemaMetadata;
import dev.dovetail.metadata.SourceMetadata;
import java.util.function.UnaryOperator;

/** All that leads from one service to another: from tables, from types of remote schemas and from types of actions. */
final class JoinDefinitions {
    private JoinDefinitions() {}

    static Metadata map(Metadata metadata, UnaryOperator<RemoteRelationshipDefinition> change) {
        return metadata.withSources(metadata.sources().stream()
                        .map(each -> of(each, change))
                        .toList())
                .withRemoteSchemas(metadata.remoteSchemas().stream()
                        .map(each -> of(each, change))
                        .toList())
                .withCustomTypes(of(metadata.customTypes(), change));
    }

    private static SourceMetadata of(SourceMetadata source, UnaryOperator<RemoteRelationshipDefinition> change) {
        return source.withTables(source.tables().stream()
                .map(table -> table.change()
                        .remoteRelationships(table.remoteRelationships().stream()
                                .map(each -> each.withDefinition(change.apply(each.definition())))
                                .toList())
                        .done())
                .toList());
    }

    private static RemoteSchemaMetadata of(
            RemoteSchemaMetadata schema, UnaryOperator<RemoteRelationshipDefinition> change) {
        return schema.withRemoteRelationships(schema.remoteRelationships().stream()
                .map(type -> new RemoteSchemaMetadata.TypeRelationships(
                        type.typeName(),
                        type.relationships().stream()
                                .map(each -> each.withDefinition(change.apply(each.definition())))
                                .toList()))
                .toList());
    }

    private static CustomTypes of(CustomTypes types, UnaryOperator<RemoteRelationshipDefinition> change) {
        var objects = types.objects().stream()
                .map(each -> new CustomTypes.CustomObject(
                        each.name(),
                        each.description(),
                        each.fields(),
                        each.relationships().stream()
                                .map(one -> one.withDefinition(change.apply(one.definition())))
                                .toList(),
                        each.interfaces()))
                .toList();
        return new CustomTypes(types.scalars(), types.enums(), types.inputObjects(), objects, types.abstracts());
    }
}
