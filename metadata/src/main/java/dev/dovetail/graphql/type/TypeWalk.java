package dev.dovetail.graphql.type;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Collects everything that is reachable. Keeps a list of its own, so that a long chain of types needs no deep stack.
 */
final class TypeWalk<M> {
    private final TreeMap<String, NamedType<M>> found = new TreeMap<>();
    private final Deque<NamedType<M>> open = new ArrayDeque<>();

    Map<String, NamedType<M>> from(Schema<M> schema) {
        reach(schema.query());
        reach(schema.mutation());
        reach(schema.subscription());
        while (!open.isEmpty()) {
            visit(open.pop());
        }
        return Collections.unmodifiableSortedMap(found);
    }

    private void visit(NamedType<M> type) {
        switch (type) {
            case ScalarType<M> _ -> {}
            case EnumType<M> _ -> {}
            case ObjectType<M> object -> {
                reachFields(object.fields());
                object.interfaces().forEach(this::reach);
            }
            case InterfaceType<M> face -> {
                reachFields(face.fields());
                face.possible().get().forEach(this::reach);
            }
            case UnionType<M> union -> union.members().get().forEach(this::reach);
            case InputObjectType<M> input -> reachInputs(input.fields().get().values());
        }
    }

    private void reachFields(Fields<M> fields) {
        for (var field : fields.all()) {
            reachInputs(field.arguments().values());
            reach(field.type().named());
        }
    }

    private void reachInputs(Collection<InputField<M>> inputs) {
        inputs.forEach(input -> reach(input.type().named()));
    }

    /** Does not touch the type when one of its name is known already. */
    private void reach(TypeUse.Named<M> use) {
        if (!found.containsKey(use.name())) {
            reach(use.type().get());
        }
    }

    private void reach(@Nullable NamedType<M> type) {
        if (type != null && found.putIfAbsent(type.name(), type) == null) {
            open.push(type);
        }
    }
}
