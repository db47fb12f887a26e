package dev.dovetail.planner;

import dev.dovetail.graphql.ast.TypeSyntax;
import dev.dovetail.graphql.ast.Value;
import dev.dovetail.graphql.sdl.TypeDefinition;
import dev.dovetail.model.RemoteRelationship;
import java.util.Collection;
import java.util.Optional;

/** The types that a remote schema gives the places of a relationship's keys. */
record RemoteKeyTypes(RemoteRelationship.Target.ToRemoteSchema target) {

    TypeSyntax of(String key) {
        return target.calls().stream()
                .flatMap(call -> of(call, key).stream())
                .findFirst()
                .orElse(new TypeSyntax.Named("String"));
    }

    private Optional<TypeSyntax> of(RemoteRelationship.Call call, String key) {
        for (var argument : call.arguments().entrySet()) {
            var declared = call.taken().get(argument.getKey());
            if (declared != null) {
                var found = within(argument.getValue(), declared, key);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<TypeSyntax> within(Value value, TypeSyntax type, String key) {
        return switch (value) {
            case Value.Variable(var name) -> name.equals(key) ? Optional.of(type) : Optional.empty();
            case Value.ListValue(var items) -> firstWithin(items, element(type), key);
            case Value.ObjectValue(var fields) ->
                fields.entrySet().stream()
                        .flatMap(each -> inputField(type.typeName(), each.getKey()).stream()
                                .flatMap(of -> within(each.getValue(), of, key).stream()))
                        .findFirst();
            case Value.IntValue _,
                    Value.FloatValue _,
                    Value.StringValue _,
                    Value.BooleanValue _,
                    Value.NullValue _,
                    Value.EnumValue _ -> Optional.empty();
        };
    }

    private Optional<TypeSyntax> firstWithin(Collection<Value> values, TypeSyntax type, String key) {
        return values.stream()
                .flatMap(value -> within(value, type, key).stream())
                .findFirst();
    }

    private static TypeSyntax element(TypeSyntax type) {
        return switch (type) {
            case TypeSyntax.ListOf(var of) -> of;
            case TypeSyntax.NonNull(var of) -> element(of);
            case TypeSyntax.Named named -> named;
        };
    }

    private Optional<TypeSyntax> inputField(String type, String field) {
        return target.remote().types().types().get(type)
                        instanceof TypeDefinition.InputObjectDefinition(var _, var _, var fields)
                ? fields.stream()
                        .filter(each -> each.name().equals(field))
                        .map(each -> each.type())
                        .findFirst()
                : Optional.empty();
    }
}
