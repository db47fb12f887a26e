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
import dev.dovetail.model.Relationship;
import dev.dovetail.model.RemoteRelationship;
import dev.dovetail.model.RemoteSchema;
import dev.dovetail.model.RemoteView;
import dev.dovetail.model.RemoteWay;
import dev.dovetail.model.TypeRelationships;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.function.Supplier;

/**
 * The types of remote schemas: what the role sees of them, by the names they have here. The one place where a remote's
 * types come into a role's schema, so this is where relationships join them. Each remote has types of its own, though
 * some may share a name: equal types may stand for fields that the remotes themselves call differently.
 */
final class RemoteTypes {
    private final Registry registry;
    private final Visibility visibility;

    private final TypeRelationships relationships;
    private final Supplier<JoinedFields> joinedFields;

    RemoteTypes(
            Registry registry,
            Visibility visibility,
            TypeRelationships relationships,
            Supplier<JoinedFields> joinedFields) {
        this.registry = registry;
        this.visibility = visibility;
        this.relationships = relationships;
        this.joinedFields = joinedFields;
    }

    boolean sees(RemoteSchema remote, String parent, String field) {
        var view = visibility.view(remote);
        return view != null && view.field(parent, field).isPresent();
    }

    /** For a role that sees it. */
    FieldDef<Meaning> root(RemoteSchema remote, String parent, String field) {
        var seen = seen(remote);
        var definition = seen.view().field(parent, field).orElseThrow();
        return field(seen, parent, definition, new FieldMeaning.CallRemote(remote, parent, definition));
    }

    /** Whether the role sees the whole way to the remote field, with the arguments that the relationship gives. */
    boolean sees(RemoteRelationship.Target.ToRemoteSchema target) {
        var view = visibility.view(target.remote());
        return view != null && RemoteWay.of(view, target).isPresent();
    }

    /** What a key leads to; may always be missing. */
    TypeUse<Meaning> joined(RemoteRelationship.Target.ToRemoteSchema target) {
        var seen = seen(target.remote());
        var answered = use(seen, way(seen, target).field().type()).unwrapped();
        var batch = target.batch();
        return batch != null && batch.kind() == Relationship.Kind.OBJECT ? element(answered) : answered;
    }

    private static TypeUse<Meaning> element(TypeUse<Meaning> list) {
        return list instanceof TypeUse.ListOf<Meaning>(var of) ? of.unwrapped() : list;
    }

    /** Those arguments of the last remote field that the relationship leaves to the client. */
    List<InputField<Meaning>> freeArguments(RemoteRelationship.Target.ToRemoteSchema target) {
        var seen = seen(target.remote());
        var end = way(seen, target);
        return seen.view().arguments(end.parent(), end.field()).stream()
                .filter(each -> !target.last().arguments().containsKey(each.name()))
                .map(each -> input(seen, each))
                .toList();
    }

    private static RemoteWay way(Seen seen, RemoteRelationship.Target.ToRemoteSchema target) {
        return RemoteWay.of(seen.view(), target).orElseThrow();
    }

    private Seen seen(RemoteSchema remote) {
        return new Seen(remote, Objects.requireNonNull(visibility.view(remote)));
    }

    private record Seen(RemoteSchema remote, RemoteView view) {}

    private FieldDef<Meaning> field(Seen seen, String parent, FieldDefinition field, FieldMeaning meaning) {
        return new FieldDef<>(
                seen.remote().naming().field(parent, field.name()),
                field.description(),
                inputs(seen, seen.view().arguments(parent, field)),
                use(seen, field.type()),
                meaning,
                field.deprecation());
    }

    /** Those of an object, and the relationships that start at it. */
    private Fields<Meaning> withJoined(Seen seen, String parent, Collection<FieldDefinition> fields) {
        return Fields.lazy(() -> {
            var all = new ArrayList<FieldDef<Meaning>>();
            fields.forEach(each -> all.add(field(seen, parent, each, new FieldMeaning.RemoteField(parent, each))));
            all.addAll(joinedFields
                    .get()
                    .of(relationships.of(seen.remote(), parent).values()));
            return all;
        });
    }

    private Fields<Meaning> fields(Seen seen, String parent, Collection<FieldDefinition> fields) {
        return Fields.lazy(() -> fields.stream()
                .map(each -> field(seen, parent, each, new FieldMeaning.RemoteField(parent, each)))
                .toList());
    }

    private SequencedMap<String, InputField<Meaning>> inputs(Seen seen, List<InputDefinition> definitions) {
        return Uses.byName(definitions.stream().map(each -> input(seen, each)).toList());
    }

    private InputField<Meaning> input(Seen seen, InputDefinition definition) {
        return new InputField<>(
                definition.name(),
                definition.description(),
                use(seen, definition.type()),
                definition.defaultValue(),
                new InputMeaning.PassedOn());
    }

    private TypeUse<Meaning> use(Seen seen, TypeSyntax type) {
        return switch (type) {
            case TypeSyntax.Named(var name) -> named(seen, name);
            case TypeSyntax.ListOf(var of) -> new TypeUse.ListOf<>(use(seen, of));
            case TypeSyntax.NonNull(var of) -> new TypeUse.NonNull<>(use(seen, of));
        };
    }

    private TypeUse.Named<Meaning> named(Seen seen, String own) {
        var remote = seen.remote();
        var name = remote.naming().type(own);
        return registry.named(remote.name() + " " + own, name, () -> build(seen, own, name));
    }

    private NamedType<Meaning> build(Seen seen, String own, String name) {
        var definition = seen.view().types().types().get(own);
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
                        withJoined(seen, own, fields),
                        interfaces.stream().map(each -> named(seen, each)).toList());
            case TypeDefinition.InterfaceDefinition(var _, var description, var fields, var possible) ->
                new InterfaceType<>(name, description, fields(seen, own, fields), objects(seen, possible));
            case TypeDefinition.UnionDefinition(var _, var description, var members) ->
                new UnionType<>(name, description, objects(seen, members));
            case TypeDefinition.InputObjectDefinition object ->
                new InputObjectType<>(
                        name,
                        object.description(),
                        Lazy.of(() -> inputs(seen, seen.view().inputs(object))));
        };
    }

    private Lazy<List<ObjectType<Meaning>>> objects(Seen seen, List<String> names) {
        return Lazy.of(() -> names.stream()
                .map(each -> (ObjectType<Meaning>) named(seen, each).type().get())
                .toList());
    }
}
