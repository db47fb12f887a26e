package dev.dovetail.model;

import dev.dovetail.graphql.ast.TypeSyntax;
import dev.dovetail.graphql.sdl.FieldDefinition;
import dev.dovetail.graphql.sdl.TypeDefinition;
import dev.dovetail.metadata.CustomTypes;
import dev.dovetail.metadata.CustomTypesCodec;
import dev.dovetail.metadata.Metadata;
import dev.dovetail.metadata.ObjectId;
import dev.dovetail.metadata.RemoteRelationshipCodec;
import dev.dovetail.metadata.RemoteRelationshipDefinition;
import dev.dovetail.metadata.RemoteRelationshipMetadata;
import dev.dovetail.metadata.RemoteSchemaMetadata;
import dev.dovetail.name.RemoteSchemaName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Resolves the relationships that start at types of actions and of remote schemas. */
final class TypeRelationshipStage {
    private final RemoteTargets targets;
    private final Faults faults;

    TypeRelationshipStage(RemoteTargets targets, Faults faults) {
        this.targets = targets;
        this.faults = faults;
    }

    TypeRelationships resolve(Metadata metadata, Map<String, CustomType> types) {
        var ofRemotes = new LinkedHashMap<RemoteSchemaName, Map<String, SequencedMap<String, RemoteRelationship>>>();
        for (var schema : metadata.remoteSchemas()) {
            var remote = targets.remotes().get(schema.name());
            if (remote != null && !schema.remoteRelationships().isEmpty()) {
                ofRemotes.put(schema.name(), ofRemote(schema, remote));
            }
        }
        return new TypeRelationships(ofCustomTypes(metadata.customTypes(), types), ofRemotes);
    }

    private Map<String, SequencedMap<String, RemoteRelationship>> ofCustomTypes(
            CustomTypes metadata, Map<String, CustomType> types) {
        var found = new LinkedHashMap<String, SequencedMap<String, RemoteRelationship>>();
        for (var object : metadata.objects()) {
            if (!(types.get(object.name()) instanceof CustomType.Object)) {
                continue;
            }
            var resolved = new LinkedHashMap<String, RemoteRelationship>();
            for (var relationship : object.relationships()) {
                try {
                    resolved.put(
                            relationship.name().value(), ofCustomType(targets, types, object.name(), relationship));
                } catch (Unresolvable fault) {
                    faults.add(new ObjectId.Types(), CustomTypesCodec.encode(metadata), fault.reason());
                }
            }
            found.put(object.name(), resolved);
        }
        return found;
    }

    /**
     * What leads to a table, looked at with the types themselves: they stand or fall together, as in the reference.
     *
     * @param types all of them
     */
    static void check(RemoteTargets targets, CustomTypes metadata, Map<String, CustomType> types) {
        for (var object : metadata.objects()) {
            for (var relationship : object.relationships()) {
                if (relationship.definition() instanceof RemoteRelationshipDefinition.ToSource) {
                    ofCustomType(targets, types, object.name(), relationship);
                }
            }
        }
    }

    private static RemoteRelationship ofCustomType(
            RemoteTargets targets,
            Map<String, CustomType> types,
            String object,
            CustomTypes.TypeRelationship relationship) {
        var left = new LeftSide.OfObject(
                object, (type, field) -> field(types, type, field), type -> isComposite(targets, types, type));
        var defined =
                new RemoteRelationshipMetadata(relationship.name(), relationship.definition(), relationship.partial());
        try {
            return targets.resolve(defined, left);
        } catch (Unresolvable fault) {
            throw new Unresolvable(
                    "relationship \"" + relationship.name() + "\" of object \"" + object + "\": " + fault.reason());
        }
    }

    private static boolean isComposite(RemoteTargets targets, Map<String, CustomType> types, String type) {
        return switch (types.get(type)) {
            case CustomType.Object _, CustomType.Interface _, CustomType.Union _ -> true;
            case CustomType.Scalar _, CustomType.Enum _, CustomType.InputObject _ -> false;
            case null ->
                targets.sources().values().stream()
                        .flatMap(source -> source.tables().values().stream())
                        .anyMatch(table -> table.typeName().equals(type));
        };
    }

    private static Optional<TypeSyntax> field(Map<String, CustomType> types, String type, String field) {
        return types.get(type) instanceof CustomType.Object object
                ? Optional.ofNullable(object.fields().get(field)).map(CustomType.Field::type)
                : Optional.empty();
    }

    private Map<String, SequencedMap<String, RemoteRelationship>> ofRemote(
            RemoteSchemaMetadata schema, RemoteSchema remote) {
        var found = new LinkedHashMap<String, SequencedMap<String, RemoteRelationship>>();
        for (var type : schema.remoteRelationships()) {
            var resolved = new LinkedHashMap<String, RemoteRelationship>();
            for (var relationship : type.relationships()) {
                try {
                    resolved.put(relationship.name().value(), ofRemoteType(remote, type.typeName(), relationship));
                } catch (Unresolvable fault) {
                    faults.add(
                            new ObjectId.RemoteSchemaRelationship(remote.name(), type.typeName(), relationship.name()),
                            RemoteRelationshipCodec.encode(relationship),
                            "in remote schema \"" + remote.name() + "\": in remote relationship \""
                                    + relationship.name() + "\" of type \"" + type.typeName() + "\": "
                                    + fault.reason());
                }
            }
            found.put(type.typeName(), resolved);
        }
        return found;
    }

    private RemoteRelationship ofRemoteType(RemoteSchema remote, String type, RemoteRelationshipMetadata relationship) {
        switch (remote.types().types().get(type)) {
            case null ->
                throw new Unresolvable(
                        "no type named \"" + type + "\" defined in remote schema \"" + remote.name() + '"');
            case TypeDefinition.ObjectDefinition _ -> {}
            default ->
                throw new Unresolvable("remote relationships on a remote schema can only be defined on object types");
        }
        var name = relationship.name().value();
        if (fields(remote, type).stream()
                .anyMatch(field -> remote.naming().field(type, field.name()).equals(name))) {
            throw new Unresolvable("the field \"" + name + "\" is defined more than once");
        }
        var left = new LeftSide.OfObject(
                type,
                (holder, field) -> fields(remote, holder).stream()
                        .filter(each -> each.name().equals(field))
                        .filter(each -> each.arguments().stream()
                                .allMatch(argument -> argument.type().nullable()))
                        .map(FieldDefinition::type)
                        .findFirst(),
                each -> isComposite(remote, each));
        return targets.resolve(relationship, left);
    }

    private static List<FieldDefinition> fields(RemoteSchema remote, String type) {
        return remote.types().types().get(type) instanceof TypeDefinition.ObjectDefinition object
                ? object.fields()
                : List.of();
    }

    private static boolean isComposite(RemoteSchema remote, String type) {
        return switch (remote.types().types().get(type)) {
            case TypeDefinition.ObjectDefinition _,
                    TypeDefinition.InterfaceDefinition _,
                    TypeDefinition.UnionDefinition _ -> true;
            case TypeDefinition.ScalarDefinition _,
                    TypeDefinition.EnumDefinition _,
                    TypeDefinition.InputObjectDefinition _ -> false;
            case null -> false;
        };
    }
}
