package dev.dovetail.graphql.sdl;

import dev.dovetail.graphql.ast.TypeSyntax;
import dev.dovetail.graphql.sdl.TypeDefinition.EnumDefinition;
import dev.dovetail.graphql.sdl.TypeDefinition.InputObjectDefinition;
import dev.dovetail.graphql.sdl.TypeDefinition.InterfaceDefinition;
import dev.dovetail.graphql.sdl.TypeDefinition.ObjectDefinition;
import dev.dovetail.graphql.sdl.TypeDefinition.ScalarDefinition;
import dev.dovetail.graphql.sdl.TypeDefinition.UnionDefinition;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Definitions as types, linked to each other; every field and argument carries one and the same meaning. The
 * definitions have to be free of {@link TypeCheck} faults. GraphQL's own scalars need not be defined.
 */
public final class DefinedTypes<M> {
    private final SequencedMap<String, NamedType<M>> types = new LinkedHashMap<>();
    private final M meaning;

    private DefinedTypes(M meaning) {
        this.meaning = meaning;
    }

    /** The types by name, in the order of their definition. */
    public static <M> SequencedMap<String, NamedType<M>> of(TypeDefinitions definitions, M meaning) {
        var defined = new DefinedTypes<>(meaning);
        definitions.types().values().forEach(type -> defined.types.put(type.name(), defined.type(type)));
        return defined.types;
    }

    private NamedType<M> type(TypeDefinition definition) {
        return switch (definition) {
            case ScalarDefinition(var name, var description) -> new ScalarType<>(name, description);
            case EnumDefinition(var name, var description, var values) ->
                new EnumType<>(
                        name,
                        description,
                        values.stream()
                                .map(value -> new EnumValueDef(value.name(), value.description(), value.deprecation()))
                                .toList());
            case ObjectDefinition(var name, var description, var fields, var interfaces) ->
                new ObjectType<>(
                        name,
                        description,
                        Fields.lazy(() -> fields.stream().map(this::field).toList()),
                        interfaces.stream().map(this::named).toList());
            case InterfaceDefinition(var name, var description, var fields, var possible) ->
                new InterfaceType<>(
                        name,
                        description,
                        Fields.lazy(() -> fields.stream().map(this::field).toList()),
                        Lazy.of(() -> objects(possible)));
            case UnionDefinition(var name, var description, var members) ->
                new UnionType<>(name, description, Lazy.of(() -> objects(members)));
            case InputObjectDefinition(var name, var description, var fields) ->
                new InputObjectType<>(name, description, Lazy.of(() -> inputs(fields)));
        };
    }

    private FieldDef<M> field(FieldDefinition field) {
        return new FieldDef<>(
                field.name(),
                field.description(),
                inputs(field.arguments()),
                use(field.type()),
                meaning,
                field.deprecation());
    }

    private SequencedMap<String, InputField<M>> inputs(List<InputDefinition> definitions) {
        var inputs = new LinkedHashMap<String, InputField<M>>();
        for (var input : definitions) {
            var name = input.name();
            inputs.put(
                    name,
                    new InputField<>(name, input.description(), use(input.type()), input.defaultValue(), meaning));
        }
        return inputs;
    }

    private TypeUse<M> use(TypeSyntax syntax) {
        return switch (syntax) {
            case TypeSyntax.Named(var name) -> named(name);
            case TypeSyntax.ListOf(var of) -> new TypeUse.ListOf<>(use(of));
            case TypeSyntax.NonNull(var of) -> new TypeUse.NonNull<>(use(of));
        };
    }

    private TypeUse.Named<M> named(String name) {
        return new TypeUse.Named<>(name, Lazy.of(() -> find(name)));
    }

    private NamedType<M> find(String name) {
        var type = types.get(name);
        return type == null ? new ScalarType<>(name, null) : type;
    }

    private List<ObjectType<M>> objects(List<String> names) {
        return names.stream().map(this::object).toList();
    }

    private ObjectType<M> object(String name) {
        if (find(name) instanceof ObjectType<M> object) {
            return object;
        }
        throw new IllegalArgumentException(name + " is not an object type");
    }
}
