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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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

    /**
     * A field, and what tells it apart from the same response key of another type's objects. An interface's or union's
     * objects stand side by side, so that each join finds its own by the hidden keys they hold: these begin or end with
     * the scopes of all fields down to the joined one.
     *
     * @param scope empty unless one of the types is asked for joins under that response key; none is part of another
     */
    record Scoped(BoundField field, String scope) {}

    /** The fields as the different types' objects have them, those in common first. */
    static List<Scoped> scoped(NamedType<Meaning> type, List<BoundField> asked) {
        var split = split(asked);
        if (split.isEmpty()) {
            return asked.stream().map(field -> new Scoped(field, "")).toList();
        }
        var all = new ArrayList<Scoped>();
        var scopes = new HashSet<String>();
        for (var field : asked) {
            if (field.onType() == null || !split.contains(field.key())) {
                var scope = split.contains(field.key()) ? scope(Set.of(), asked, field.key()) : "";
                scopes.add(scope);
                all.add(new Scoped(field, scope));
            }
        }
        for (var object : of(type)) {
            var conditions = conditions(object, asked);
            for (var field : fields(conditions, asked)) {
                var scope = split.contains(field.key()) ? scope(conditions, asked, field.key()) : "";
                if (split.contains(field.key()) && scopes.add(scope)) {
                    all.add(new Scoped(field, scope));
                }
            }
        }
        return all;
    }

    /** @param key one of {@link #split} */
    static String scope(Set<String> conditions, List<BoundField> asked, String key) {
        return asked.stream()
                .filter(field -> field.key().equals(key) && isSplit(field))
                .map(BoundField::onType)
                .distinct()
                .filter(conditions::contains)
                .collect(Collectors.joining("+", "." + key + ":", ""));
    }

    /** The response keys under which some types' objects have joins that others have not. */
    static Set<String> split(List<BoundField> asked) {
        return asked.stream().filter(Members::isSplit).map(BoundField::key).collect(Collectors.toSet());
    }

    private static boolean isSplit(BoundField field) {
        return field.onType() != null && OutsideKeys.leadToJoins(field);
    }

    /** Those of the types that fields are asked for that this object is of; it is all that tells objects apart. */
    static Set<String> conditions(ObjectType<Meaning> object, List<BoundField> asked) {
        var known = new HashSet<String>();
        known.add(object.name());
        object.interfaces().forEach(face -> known.add(face.name()));
        return asked.stream()
                .map(BoundField::onType)
                .filter(type -> type != null && known.contains(type))
                .collect(Collectors.toCollection(HashSet::new));
    }

    /**
     * Of the fields asked of an interface or union: those asked of all, and those asked of the types, each response key
     * once.
     */
    static List<BoundField> fields(Set<String> conditions, List<BoundField> asked) {
        return merged(asked.stream()
                .filter(field -> field.onType() == null || conditions.contains(field.onType()))
                .toList());
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
        var isAbstract = within.stream().anyMatch(each -> each.onType() != null);
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
