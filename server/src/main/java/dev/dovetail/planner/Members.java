package dev.dovetail.planner;

import dev.dovetail.graphql.type.EnumType;
import dev.dovetail.graphql.type.InputObjectType;
import dev.dovetail.graphql.type.InterfaceType;
import dev.dovetail.graphql.type.NamedType;
import dev.dovetail.graphql.type.ObjectType;
import dev.dovetail.graphql.type.ScalarType;
import dev.dovetail.graphql.type.UnionType;
import dev.dovetail.operation.BoundField;
import dev.dovetail.schema.Meaning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The objects that an interface or union stands for, and what is asked of each. */
final class Members {
    private Members() {}

    static List<ObjectType<Meaning>> of(NamedType<Meaning> type) {
        return switch (type) {
            case InterfaceType<Meaning> face -> face.possible().get();
            case UnionType<Meaning> union -> union.members().get();
            case ObjectType<Meaning> object -> List.of(object);
            case ScalarType<Meaning> _, EnumType<Meaning> _, InputObjectType<Meaning> _ -> List.of();
        };
    }

    /** Of the fields asked of an interface or union: those that concern this object, each response key once. */
    static List<BoundField> fields(ObjectType<Meaning> object, List<BoundField> asked) {
        return merged(
                asked.stream().filter(field -> concerns(object, field.onType())).toList());
    }

    private static boolean concerns(ObjectType<Meaning> object, @Nullable String type) {
        return type == null
                || object.name().equals(type)
                || object.interfaces().stream().anyMatch(face -> face.name().equals(type));
    }

    private static List<BoundField> merged(List<BoundField> fields) {
        var byKey = new LinkedHashMap<String, BoundField>();
        fields.forEach(field -> byKey.merge(field.key(), field, Members::both));
        return List.copyOf(byKey.values());
    }

    /** What is asked within an object's field, once for all its objects and once more for these. */
    private static BoundField both(BoundField first, BoundField second) {
        var within = new ArrayList<>(first.fields());
        within.addAll(second.fields());
        var isAbstract = first.fields().stream().anyMatch(each -> each.onType() != null);
        return new BoundField(
                first.key(),
                second.definition(),
                first.inputs(),
                first.written(),
                isAbstract ? within : merged(within),
                second.onType(),
                first.path());
    }
}
