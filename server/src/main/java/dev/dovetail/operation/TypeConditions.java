package dev.dovetail.operation;

import dev.dovetail.graphql.type.EnumType;
import dev.dovetail.graphql.type.InputObjectType;
import dev.dovetail.graphql.type.InterfaceType;
import dev.dovetail.graphql.type.NamedType;
import dev.dovetail.graphql.type.ObjectType;
import dev.dovetail.graphql.type.ScalarType;
import dev.dovetail.graphql.type.UnionType;
import dev.dovetail.schema.Meaning;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What conditions on types mean within a type: of fragments within one another, all hold.
 *
 * @param own the type's name and those of its interfaces, which say nothing new
 * @param objects that an interface or union may be, each with the names that hold for it; empty for an object
 */
record TypeConditions(Set<String> own, Map<String, Set<String>> objects) {

    static TypeConditions of(NamedType<Meaning> type) {
        var objects = new LinkedHashMap<String, Set<String>>();
        possible(type).forEach(object -> objects.put(object.name(), names(object)));
        return new TypeConditions(names(type), objects);
    }

    private static List<ObjectType<Meaning>> possible(NamedType<Meaning> type) {
        return switch (type) {
            case InterfaceType<Meaning> in -> in.possible().get();
            case UnionType<Meaning> union -> union.members().get();
            case ScalarType<Meaning> _, EnumType<Meaning> _, ObjectType<Meaning> _, InputObjectType<Meaning> _ ->
                List.of();
        };
    }

    private static Set<String> names(NamedType<Meaning> type) {
        var names = new LinkedHashSet<String>();
        names.add(type.name());
        if (type instanceof ObjectType<Meaning> object) {
            object.interfaces().forEach(each -> names.add(each.name()));
        }
        return names;
    }

    /** Whether the condition always holds. */
    boolean isGiven(String condition) {
        return own.contains(condition);
    }

    boolean isAbstract() {
        return !objects.isEmpty();
    }

    /**
     * The types for which both hold, as few as can say it: usually one, none when there can be no such object.
     *
     * @param outer the condition of the fragments around; null for none
     */
    List<String> both(@Nullable String outer, String condition) {
        // What no object can be is the binder's to refuse.
        if (outer == null || holdFor(condition).isEmpty()) {
            return List.of(condition);
        }
        var wanted = holdFor(condition);
        var around = holdFor(outer);
        if (wanted.containsAll(around)) {
            return List.of(outer);
        }
        if (around.containsAll(wanted)) {
            return List.of(condition);
        }
        return around.stream().filter(wanted::contains).toList();
    }

    private Set<String> holdFor(String condition) {
        var names = new LinkedHashSet<String>();
        objects.forEach((name, all) -> {
            if (all.contains(condition)) {
                names.add(name);
            }
        });
        return names;
    }
}
