package dev.dovetail.model;

import dev.dovetail.graphql.ast.TypeSyntax;
import dev.dovetail.graphql.sdl.EnumValueDefinition;
import dev.dovetail.graphql.sdl.FieldDefinition;
import dev.dovetail.graphql.sdl.InputDefinition;
import dev.dovetail.graphql.sdl.TypeDefinition;
import dev.dovetail.graphql.sdl.TypeDefinition.EnumDefinition;
import dev.dovetail.graphql.sdl.TypeDefinition.InputObjectDefinition;
import dev.dovetail.graphql.sdl.TypeDefinition.InterfaceDefinition;
import dev.dovetail.graphql.sdl.TypeDefinition.ObjectDefinition;
import dev.dovetail.graphql.sdl.TypeDefinition.ScalarDefinition;
import dev.dovetail.graphql.sdl.TypeDefinition.UnionDefinition;
import dev.dovetail.graphql.sdl.TypeDefinitions;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Remembers the types of remote schemas by the names they have here. Equal types of one name may stand beside each
 * other, unequal ones may not. Descriptions do not count.
 */
final class RemoteConflicts {
    private final Predicate<String> takenByUs;
    private final Map<String, TypeDefinition> known = new HashMap<>();

    /** @param takenByUs whether a type name belongs to a table or a custom type */
    RemoteConflicts(Predicate<String> takenByUs) {
        this.takenByUs = takenByUs;
    }

    /** Throws {@link Unresolvable}, and remembers nothing then. */
    void add(TypeDefinitions types, RemoteNaming naming) {
        var bare = new HashMap<String, TypeDefinition>();
        var hidden = hiddenRoots(types);
        for (var type : types.types().values()) {
            // Scalars have no structure to differ in; introspection's own types are everybody's.
            if (type instanceof ScalarDefinition || type.name().startsWith("__") || hidden.contains(type.name())) {
                continue;
            }
            var name = naming.type(type.name());
            var shown = new Bare(naming).type(type);
            var other = known.get(name);
            if (takenByUs.test(name) || (other != null && !other.equals(shown))) {
                throw new Unresolvable("Found conflicting definitions for GraphQL type '" + name
                        + "'. The definition of the remote schema differs from another one of this name.");
            }
            bare.put(name, shown);
        }
        known.putAll(bare);
    }

    /** Roots to which no field leads: their fields become fields of our own roots. */
    private static Set<String> hiddenRoots(TypeDefinitions types) {
        var hidden = new HashSet<String>();
        hidden.add(types.queryType());
        if (types.mutationType() != null) hidden.add(types.mutationType());
        if (types.subscriptionType() != null) hidden.add(types.subscriptionType());
        for (var type : types.types().values()) {
            RemoteNaming.fields(type)
                    .forEach(field -> hidden.remove(field.type().typeName()));
        }
        return hidden;
    }

    /** A definition by its names here, without its descriptions. */
    private record Bare(RemoteNaming naming) {
        TypeDefinition type(TypeDefinition type) {
            var name = naming.type(type.name());
            return switch (type) {
                case ScalarDefinition _ -> new ScalarDefinition(name, null);
                case EnumDefinition(var _, var _, var values) ->
                    new EnumDefinition(
                            name,
                            null,
                            values.stream()
                                    .map(each -> new EnumValueDefinition(each.name(), null, null))
                                    .toList());
                case ObjectDefinition(var own, var _, var fields, var faces) ->
                    new ObjectDefinition(name, null, fields(own, fields), names(faces));
                case InterfaceDefinition(var own, var _, var fields, var possible) ->
                    new InterfaceDefinition(name, null, fields(own, fields), names(possible));
                case UnionDefinition(var _, var _, var members) -> new UnionDefinition(name, null, names(members));
                case InputObjectDefinition(var _, var _, var inputs) ->
                    new InputObjectDefinition(name, null, inputs(inputs));
            };
        }

        private List<String> names(List<String> owns) {
            return owns.stream().map(naming::type).toList();
        }

        private List<FieldDefinition> fields(String own, List<FieldDefinition> fields) {
            return fields.stream()
                    .map(each -> new FieldDefinition(
                            naming.field(own, each.name()), null, inputs(each.arguments()), use(each.type()), null))
                    .toList();
        }

        private List<InputDefinition> inputs(List<InputDefinition> inputs) {
            return inputs.stream()
                    .map(each -> new InputDefinition(each.name(), null, use(each.type()), each.defaultValue()))
                    .toList();
        }

        private TypeSyntax use(TypeSyntax type) {
            return switch (type) {
                case TypeSyntax.Named(var own) -> new TypeSyntax.Named(naming.type(own));
                case TypeSyntax.ListOf(var of) -> new TypeSyntax.ListOf(use(of));
                case TypeSyntax.NonNull(var of) -> new TypeSyntax.NonNull(use(of));
            };
        }
    }
}
