package dev.dovetail.graphql.ast;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** Immutable copies that keep their order, which {@code Map.copyOf} does not. */
final class Ordered {
    /** Most fields have no arguments, and a hostile document has many fields: they share one map. */
    private static final SequencedMap<?, ?> EMPTY = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(0));

    private Ordered() {}

    static <K, V> SequencedMap<K, V> copy(SequencedMap<K, V> map) {
        return map.isEmpty() ? empty() : Collections.unmodifiableSequencedMap(new LinkedHashMap<>(map));
    }

    @SuppressWarnings("unchecked") // an immutable map without entries is of every type
    private static <K, V> SequencedMap<K, V> empty() {
        return (SequencedMap<K, V>) EMPTY;
    }
}
