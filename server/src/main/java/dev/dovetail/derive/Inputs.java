package dev.dovetail.derive;

import dev.dovetail.graphql.ast.TypeSyntax;
import dev.dovetail.graphql.ast.Value;
import dev.dovetail.graphql.ast.VariableDefinition;
import dev.dovetail.graphql.type.EnumType;
import dev.dovetail.graphql.type.InputField;
import dev.dovetail.graphql.type.InputObjectType;
import dev.dovetail.graphql.type.InterfaceType;
import dev.dovetail.graphql.type.NamedType;
import dev.dovetail.graphql.type.ObjectType;
import dev.dovetail.graphql.type.ScalarType;
import dev.dovetail.graphql.type.TypeUse;
import dev.dovetail.graphql.type.UnionType;
import dev.dovetail.metadata.CustomTypes.CustomEnum;
import dev.dovetail.metadata.CustomTypes.CustomEnumValue;
import dev.dovetail.metadata.CustomTypes.CustomInputField;
import dev.dovetail.metadata.CustomTypes.CustomInputObject;
import dev.dovetail.schema.Meaning;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Copies of input types and enums: those of tables cannot be used by actions. */
final class Inputs {
    /** The types within the input of one table lead to those of all its neighbours. */
    private static final int MOST = 1_000;

    private final Map<String, NamedType<Meaning>> types;
    private final TypeNames names;
    private final Scalars scalars;
    private final SequencedMap<String, CustomInputObject> objects = new LinkedHashMap<>();
    private final SequencedMap<String, CustomEnum> enums = new LinkedHashMap<>();
    private final Deque<InputObjectType<Meaning>> open = new ArrayDeque<>();

    Inputs(Map<String, NamedType<Meaning>> types, TypeNames names, Scalars scalars) {
        this.types = types;
        this.names = names;
        this.scalars = scalars;
    }

    List<CustomInputObject> objects() {
        return List.copyOf(objects.values());
    }

    List<CustomEnum> enums() {
        return List.copyOf(enums.values());
    }

    /** The argument's type: one that has a default can be left out. */
    String use(VariableDefinition variable) {
        var type = variable.type();
        var hasDefault = variable.defaultValue() != null && !(variable.defaultValue() instanceof Value.NullValue);
        var used = use(hasDefault && type instanceof TypeSyntax.NonNull(var of) ? of : type);
        while (!open.isEmpty()) {
            fill(open.removeFirst());
        }
        return used;
    }

    private String use(TypeSyntax type) {
        return switch (type) {
            case TypeSyntax.Named(var name) -> named(name);
            case TypeSyntax.ListOf(var of) -> "[" + use(of) + "]";
            case TypeSyntax.NonNull(var of) -> use(of) + "!";
        };
    }

    private String use(TypeUse<Meaning> type) {
        return switch (type) {
            case TypeUse.Named<Meaning>(var name, var of) -> named(name, of.get());
            case TypeUse.ListOf<Meaning>(var of) -> "[" + use(of) + "]";
            case TypeUse.NonNull<Meaning>(var of) -> use(of) + "!";
        };
    }

    private String named(String name) {
        var type = types.get(name);
        return type == null ? scalars.use(name) : named(name, type);
    }

    private String named(String name, NamedType<Meaning> type) {
        return switch (type) {
            case ScalarType<Meaning> _ -> scalars.use(name);
            case EnumType<Meaning> values -> enumeration(values);
            case InputObjectType<Meaning> object -> object(object);
            case ObjectType<Meaning> _, InterfaceType<Meaning> _, UnionType<Meaning> _ ->
                throw new Underivable("no variable can have the type \"" + name + "\"");
        };
    }

    /** Also for what is answered. */
    String enumeration(EnumType<Meaning> type) {
        var name = names.copy(type.name());
        enums.computeIfAbsent(
                name,
                _ -> new CustomEnum(
                        name,
                        type.description(),
                        type.values().stream()
                                .map(value -> new CustomEnumValue(value.name(), value.description(), null))
                                .toList()));
        return name;
    }

    private String object(InputObjectType<Meaning> type) {
        var name = names.copy(type.name());
        if (objects.putIfAbsent(name, new CustomInputObject(name, type.description(), List.of())) == null) {
            if (objects.size() > MOST) {
                throw new Underivable("the types of the variables lead to more than " + MOST
                        + " types; variables for single values keep them few");
            }
            open.add(type);
        }
        return name;
    }

    private void fill(InputObjectType<Meaning> type) {
        var fields = new ArrayList<CustomInputField>();
        type.fields().get().values().forEach(field -> fields.add(field(field)));
        var name = names.copy(type.name());
        objects.put(name, new CustomInputObject(name, type.description(), fields));
    }

    private CustomInputField field(InputField<Meaning> field) {
        var type = field.required() ? field.type() : field.type().unwrapped();
        return new CustomInputField(field.name(), use(type), field.description());
    }
}
