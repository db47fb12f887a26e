package dev.dovetail.model;

import dev.dovetail.graphql.ast.TypeSyntax;
import dev.dovetail.graphql.ast.Value;
import dev.dovetail.graphql.sdl.InputDefinition;
import dev.dovetail.graphql.sdl.TypeDefinition;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The types that a remote schema gives the places where a relationship puts its keys. */
public record KeyPlaces(RemoteSchema remote, Collection<RemoteRelationship.Call> calls) {

    /**
     * As the variable that carries the key to a place is declared: one that may not be null serves all places that are
     * otherwise of one type. No key is null.
     *
     * @param type of the place; null within a scalar, where a remote takes anything, so that it gets there what a place
     *     with a type gets
     */
    public TypeSyntax declared(String key, @Nullable TypeSyntax type) {
        return switch (type == null ? of(key).stream().findFirst().orElse(null) : type) {
            case null -> new TypeSyntax.Named("String");
            case TypeSyntax.NonNull typed -> typed;
            case TypeSyntax.Named typed -> new TypeSyntax.NonNull(typed);
            case TypeSyntax.ListOf typed -> new TypeSyntax.NonNull(typed);
        };
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
                        .flatMap(each -> input(type, each.getKey()).stream()
                                .flatMap(input -> within(each.getValue(), input, key)));
            case Value.IntValue _,
                    Value.FloatValue _,
                    Value.StringValue _,
                    Value.BooleanValue _,
                    Value.NullValue _,
                    Value.EnumValue _ -> Stream.of();
        };
    }

    /** What stands in a list of the type; one that is no list stands for its only element. */
    public static TypeSyntax element(TypeSyntax type) {
        return switch (type) {
            case TypeSyntax.ListOf(var of) -> of;
            case TypeSyntax.NonNull(var of) -> element(of);
            case TypeSyntax.Named named -> named;
        };
    }

    /** The type of an input object's field; empty within a scalar. */
    public Optional<TypeSyntax> input(TypeSyntax object, String field) {
        return remote.types().types().get(object.typeName())
                        instanceof TypeDefinition.InputObjectDefinition(var _, var _, var fields)
                ? fields.stream()
                        .filter(each -> each.name().equals(field))
                        .map(InputDefinition::type)
                        .findFirst()
                : Optional.empty();
    }
}
