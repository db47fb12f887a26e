package dev.dovetail.model;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a role's part of a remote schema does not describe is described as the remote schema does. */
final class RemoteDescriptions {
    private RemoteDescriptions() {}

    static TypeDefinitions taken(TypeDefinitions part, TypeDefinitions remote) {
        var types = new LinkedHashMap<String, TypeDefinition>();
        part.types().forEach((name, type) -> {
            var known = remote.types().get(name);
            types.put(name, known == null ? type : type(type, known));
        });
        return new TypeDefinitions(types, part.queryType(), part.mutationType(), part.subscriptionType());
    }

    private static TypeDefinition type(TypeDefinition type, TypeDefinition known) {
        var text = either(type.description(), known.description());
        return switch (type) {
            case ScalarDefinition(var name, var _) -> new ScalarDefinition(name, text);
            case EnumDefinition(var name, var _, var values) -> new EnumDefinition(name, text, values);
            case ObjectDefinition(var name, var _, var fields, var faces) ->
                new ObjectDefinition(name, text, fields(fields, known), faces);
            case InterfaceDefinition(var name, var _, var fields, var possible) ->
                new InterfaceDefinition(name, text, fields(fields, known), possible);
            case UnionDefinition(var name, var _, var members) -> new UnionDefinition(name, text, members);
            case InputObjectDefinition(var name, var _, var inputs) ->
                new InputObjectDefinition(
                        name,
                        text,
                        inputs(inputs, known instanceof InputObjectDefinition of ? of.fields() : List.of()));
        };
    }

    private static List<FieldDefinition> fields(List<FieldDefinition> fields, TypeDefinition known) {
        return fields.stream()
                .map(field -> find(RemoteNaming.fields(known), FieldDefinition::name, field.name())
                        .map(same -> new FieldDefinition(
                                field.name(),
                                either(field.description(), same.description()),
                                inputs(field.arguments(), same.arguments()),
                                field.type(),
                                either(field.deprecation(), same.deprecation())))
                        .orElse(field))
                .toList();
    }

    private static List<InputDefinition> inputs(List<InputDefinition> inputs, List<InputDefinition> known) {
        return inputs.stream()
                .map(input -> find(known, InputDefinition::name, input.name())
                        .map(same -> new InputDefinition(
                                input.name(),
                                either(input.description(), same.description()),
                                input.type(),
                                input.defaultValue(),
                                input.directives()))
                        .orElse(input))
                .toList();
    }

    private static <T> Optional<T> find(List<T> all, Function<T, String> nameOf, String name) {
        return all.stream().filter(each -> nameOf.apply(each).equals(name)).findFirst();
    }

    private static @Nullable String either(@Nullable String first, @Nullable String second) {
        return first == null ? second : first;
    }
}
