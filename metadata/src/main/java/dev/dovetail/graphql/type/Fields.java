package dev.dovetail.graphql.type;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The fields of a type. A type with thousands of fields may answer {@link #get} without building them all. */
public interface Fields<M> {
    @Nullable
    FieldDef<M> get(String name);

    /** In the order in which they were given. */
    Collection<FieldDef<M>> all();

    /** All fields, built together on first touch. */
    static <M> Fields<M> lazy(Supplier<List<FieldDef<M>>> supplier) {
        return new Together<>(Lazy.of(() -> byName(supplier.get())));
    }

    private static <M> SequencedMap<String, FieldDef<M>> byName(List<FieldDef<M>> fields) {
        var named = new LinkedHashMap<String, FieldDef<M>>();
        for (var field : fields) {
            if (named.putIfAbsent(field.name(), field) != null) {
                throw new IllegalArgumentException("two fields of the name " + field.name());
            }
        }
        return Collections.unmodifiableSequencedMap(named);
    }

    /** What {@link #lazy} gives. */
    record Together<M>(Lazy<SequencedMap<String, FieldDef<M>>> named) implements Fields<M> {
        @Override
        public @Nullable FieldDef<M> get(String name) {
            return named.get().get(name);
        }

        @Override
        public Collection<FieldDef<M>> all() {
            return named.get().values();
        }
    }
}
