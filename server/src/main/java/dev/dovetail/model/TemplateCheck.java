package dev.dovetail.model;

import dev.dovetail.graphql.ast.TypeSyntax;
import dev.dovetail.graphql.ast.Value;
import dev.dovetail.graphql.sdl.TypeDefinition;
import java.util.Map;
import java.util.Set;

/**
 * Holds what a relationship's definition itself gives against the types of the arguments. What a key's value is, only a
 * request tells: as in the reference its type is not looked at, and the other side judges it.
 *
 * @param types other than the built-in scalars; of one that is not among them everything is taken
 */
record TemplateCheck(Map<String, TypeDefinition> types) {
    private static final Set<String> BUILT_IN = Set.of("Int", "Float", "String", "Boolean", "ID");

    /** Throws {@link Unresolvable}. */
    void check(Value value, TypeSyntax type) {
        if (value instanceof Value.NullValue && !type.nullable()) {
            throw new Unresolvable("null is not allowed here");
        }
        if (isOpen(type.typeName())) {
            return;
        }
        switch (value) {
            case Value.Variable _, Value.NullValue _ -> {}
            case Value.ListValue(var items) -> {
                if (!isList(type)) {
                    throw new Unresolvable("type \"" + type.typeName() + "\" is not a list type");
                }
                items.forEach(item -> check(item, KeyPlaces.element(type)));
            }
            case Value.ObjectValue object -> checkObject(object, type.typeName());
            case Value.IntValue _ -> checkScalar("Int", Set.of("Int", "Float", "ID"), type.typeName());
            case Value.FloatValue _ -> checkScalar("Float", Set.of("Float"), type.typeName());
            case Value.BooleanValue _ -> checkScalar("Boolean", Set.of("Boolean"), type.typeName());
            case Value.StringValue _, Value.EnumValue _ ->
                checkScalar("String", Set.of("String", "ID"), type.typeName());
        }
    }

    /** Any value may be one of a scalar that somebody made up. */
    boolean isOpen(String type) {
        return !BUILT_IN.contains(type)
                && (types.get(type) == null || types.get(type) instanceof TypeDefinition.ScalarDefinition);
    }

    private void checkObject(Value.ObjectValue object, String type) {
        if (!(types.get(type) instanceof TypeDefinition.InputObjectDefinition(var _, var _, var fields))) {
            throw new Unresolvable("type \"" + type + "\" is not an input object type");
        }
        object.fields().forEach((name, value) -> {
            var field = fields.stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow(() ->
                            new Unresolvable("the field \"" + name + "\" is not defined in the type \"" + type + '"'));
            check(value, field.type());
        });
    }

    private static void checkScalar(String given, Set<String> fits, String type) {
        if (type.equals("ID") && !fits.contains(type)) {
            throw new Unresolvable("Only ID, Int, uuid or String scalar types can be joined to the ID type,"
                    + " but received \"" + given + '"');
        }
        if (!fits.contains(type)) {
            throw new Unresolvable("expected type \"" + type + "\" but got \"" + given + '"');
        }
    }

    private static boolean isList(TypeSyntax type) {
        return switch (type) {
            case TypeSyntax.ListOf _ -> true;
            case TypeSyntax.NonNull(var of) -> isList(of);
            case TypeSyntax.Named _ -> false;
        };
    }
}
