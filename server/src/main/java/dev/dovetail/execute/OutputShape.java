package dev.dovetail.execute;

import dev.dovetail.graphql.ast.TypeSyntax;
import dev.dovetail.graphql.type.EnumValueDef;
import dev.dovetail.model.CustomType;
import dev.dovetail.model.Model;
import dev.dovetail.plan.Shape;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What an action promises to answer, whatever anybody will ask of it: the fields that must be there. As in the
 * reference the objects within the answer are checked when somebody reads them.
 */
final class OutputShape {
    private OutputShape() {}

    static Shape of(TypeSyntax type, Model model) {
        return of(type, model, true);
    }

    private static Shape of(TypeSyntax type, Model model, boolean nullable) {
        return switch (type) {
            case TypeSyntax.NonNull(var of) -> of(of, model, false);
            case TypeSyntax.ListOf(var of) -> new Shape.ListOf(of(of, model), nullable);
            case TypeSyntax.Named(var name) ->
                model.customType(name)
                        .map(custom -> of(custom, model, nullable))
                        .orElseGet(() -> new Shape.Leaf(name, nullable));
        };
    }

    private static Shape of(CustomType custom, Model model, boolean nullable) {
        return switch (custom) {
            case CustomType.Scalar(var name, var _) -> new Shape.Leaf(name, nullable);
            case CustomType.Enum(var name, var _, var values) ->
                new Shape.EnumLeaf(
                        name,
                        values.stream().map(EnumValueDef::name).collect(Collectors.toCollection(LinkedHashSet::new)),
                        nullable);
            case CustomType.Object object -> object(object, nullable);
            case CustomType.Interface(var name, var _, var _, var members) -> oneOf(name, members, model, nullable);
            case CustomType.Union(var name, var _, var members) -> oneOf(name, members, model, nullable);
            case CustomType.InputObject input ->
                throw new IllegalStateException("an input type in an answer: " + input.name());
        };
    }

    private static Shape.ObjectShape object(CustomType.Object object, boolean nullable) {
        var present = object.fields().values().stream()
                .filter(field -> field.type() instanceof TypeSyntax.NonNull)
                .<Shape.Field>map(field -> new Shape.Field.Present(field.name()))
                .toList();
        return new Shape.ObjectShape(object.name(), present, nullable);
    }

    private static Shape oneOf(String name, List<String> members, Model model, boolean nullable) {
        var shapes = new LinkedHashMap<String, Shape.ObjectShape>();
        for (var member : members) {
            if (model.customTypes().get(member) instanceof CustomType.Object object) {
                shapes.put(member, object(object, false));
            }
        }
        return new Shape.OneOf(name, shapes, nullable);
    }
}
