package dev.dovetail.model;

import dev.dovetail.graphql.ast.TypeSyntax;
import dev.dovetail.graphql.ast.Value;
import dev.dovetail.graphql.sdl.InputDefinition;
import dev.dovetail.graphql.sdl.TypeDefinition;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The types that a remote schema gives the places where a relationship puts its keys. */
public record KeyPlaces(RemoteSchema remote, Collection<RemoteRelationship.Call> calls) {

    /** As the variable that carries the key is declared: one that may not be null where any place asks for it. */
    public TypeSyntax declared(String key) {
        var types = of(key);
        return types.stream()
                .filter(each -> !each.nullable())
                .findFirst()
                .orElseGet(() -> types.isEmpty() ? new TypeSyntax.Named("String") : types.getFirst());
    }

    /** In the order of the calls and their arguments. */
    List<TypeSyntax> of(String key) {
        return calls.stream()
                .flatMap(call -> call.arguments().entrySet().stream().flatMap(argument -> {
                    var type = call.taken().get(argument.getKey());
                    return type == null ? Stream.of() : within(argument.getValue(), type, key);
                }))
                .toList();
    }

    private Stream<TypeSyntax> within(Value value, TypeSyntax type, String key) {
        return switch (value) {
            case Value.Variable(var name) -> name.equals(key) ? Stream.of(type) : Stream.of();
            case Value.ListValue(var items) -> items.stream().flatMap(item -> within(item, element(type), key));
            case Value.ObjectValue(var fields) ->
                fields.entrySet().stream()
                        .flatMap(each -> inputs(type.typeName())
                                .filter(input -> input.name().equals(each.getKey()))
                                .flatMap(input -> within(each.getValue(), input.type(), key)));
            case Value.IntValue _,
                    Value.FloatValue _,
                    Value.StringValue _,
                    Value.BooleanValue _,
                    Value.NullValue _,
                    Value.EnumValue _ -> Stream.of();
        };
    }

    /** What stands in a list of the type; one that is no list stands for its only element. */
    static TypeSyntax element(TypeSyntax type) {
        return switch (type) {
            case TypeSyntax.ListOf(var of) -> of;
            case TypeSyntax.NonNull(var of) -> element(of);
            case TypeSyntax.Named named -> named;
        };
    }

    private Stream<InputDefinition> inputs(String type) {
        return remote.types().types().get(type)
                        instanceof TypeDefinition.InputObjectDefinition(var _, var _, var fields)
                ? fields.stream()
                : Stream.of();
    }
}
