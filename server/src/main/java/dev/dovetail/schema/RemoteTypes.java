package dev.dovetail.schema;

import dev.dovetail.graphql.ast.TypeSyntax;
import dev.dovetail.graphql.sdl.FieldDefinition;
import dev.dovetail.graphql.sdl.InputDefinition;
import dev.dovetail.graphql.sdl.TypeDefinition;
import dev.dovetail.graphql.type.EnumType;
import dev.dovetail.graphql.type.EnumValueDef;
import dev.dovetail.graphql.type.FieldDef;
import dev.dovetail.graphql.type.Fields;
import dev.dovetail.graphql.type.InputField;
import dev.dovetail.graphql.type.InputObjectType;
import dev.dovetail.graphql.type.InterfaceType;
import dev.dovetail.graphql.type.Lazy;
import dev.dovetail.graphql.type.NamedType;
import dev.dovetail.graphql.type.ObjectType;
import dev.dovetail.graphql.type.ScalarType;
import dev.dovetail.graphql.type.TypeUse;
import dev.dovetail.graphql.type.UnionType;
import dev.dovetail.model.RemoteRelationship;
import dev.dovetail.model.RemoteSchema;
import java.util.Collection;
import java.util.List;
import java.util.SequencedMap;

/** The types of remote schemas, taken over as they are. */
final class RemoteTypes {
    private final Registry registry;

    RemoteTypes(Registry registry) {
        this.registry = registry;
    }

    FieldDef<Meaning> root(RemoteSchema remote, FieldDefinition field) {
        return field(remote, field, new FieldMeaning.CallRemote(remote, field));
    }

    /** A joined field may always be missing: its key may be null, and so may the answer. */
    TypeUse<Meaning> joined(RemoteRelationship relationship) {
        return use(relationship.remote(), relationship.last().type()).unwrapped();
    }

    /** Those arguments of the last remote field that the relationship leaves to the client. */
    List<InputField<Meaning>> freeArguments(RemoteRelationship relationship) {
        var remote = relationship.remote();
        return relationship.last().free().stream()
                .map(argument -> toInput(remote, argument))
                .toList();
    }

    private FieldDef<Meaning> field(RemoteSchema remote, FieldDefinition field, FieldMeaning meaning) {
        return new FieldDef<>(
                field.name(),
                field.description(),
                inputs(remote, field.arguments()),
                use(remote, field.type()),
                meaning,
                field.deprecation());
    }

    private Fields<Meaning> fields(RemoteSchema remote, Collection<FieldDefinition> fields) {
        return Fields.lazy(() -> fields.stream()
                .map(each -> field(remote, each, new FieldMeaning.RemoteField(each)))
                .toList());
    }

    private SequencedMap<String, InputField<Meaning>> inputs(RemoteSchema remote, List<InputDefinition> definitions) {
        return Uses.byName(
                definitions.stream().map(each -> toInput(remote, each)).toList());
    }

    private InputField<Meaning> toInput(RemoteSchema remote, InputDefinition definition) {
        return new InputField<>(
                definition.name(),
                definition.description(),
                use(remote, definition.type()),
                definition.defaultValue(),
                new InputMeaning.PassedOn());
    }

    private TypeUse<Meaning> use(RemoteSchema remote, TypeSyntax type) {
        return switch (type) {
            case TypeSyntax.Named(var name) -> named(remote, name);
            case TypeSyntax.ListOf(var of) -> new TypeUse.ListOf<>(use(remote, of));
            case TypeSyntax.NonNull(var of) -> new TypeUse.NonNull<>(use(remote, of));
        };
    }

    private TypeUse.Named<Meaning> named(RemoteSchema remote, String name) {
        return registry.named(name, () -> build(remote, name));
    }

    private NamedType<Meaning> build(RemoteSchema remote, String name) {
        var definition = remote.types().types().get(name);
        if (definition == null) {
            return new ScalarType<>(name, null);
        }
        return switch (definition) {
            case TypeDefinition.ScalarDefinition(var _, var description) -> new ScalarType<>(name, description);
            case TypeDefinition.EnumDefinition(var _, var description, var values) ->
                new EnumType<>(
                        name,
                        description,
                        values.stream()
                                .map(each -> new EnumValueDef(each.name(), each.description(), each.deprecation()))
                                .toList());
            case TypeDefinition.ObjectDefinition(var _, var description, var fields, var interfaces) ->
                new ObjectType<>(
                        name,
                        description,
                        fields(remote, fields),
                        interfaces.stream().map(each -> named(remote, each)).toList());
            case TypeDefinition.InterfaceDefinition(var _, var description, var fields, var possible) ->
                new InterfaceType<>(name, description, fields(remote, fields), objects(remote, possible));
            case TypeDefinition.UnionDefinition(var _, var description, var members) ->
                new UnionType<>(name, description, objects(remote, members));
            case TypeDefinition.InputObjectDefinition(var _, var description, var fields) ->
                new InputObjectType<>(name, description, Lazy.of(() -> inputs(remote, fields)));
        };
    }

    private Lazy<List<ObjectType<Meaning>>> objects(RemoteSchema remote, List<String> names) {
        return Lazy.of(() -> names.stream()
                .map(each -> (ObjectType<Meaning>) named(remote, each).type().get())
                .toList());
    }
}
