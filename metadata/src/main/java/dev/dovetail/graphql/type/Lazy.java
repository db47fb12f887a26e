package dev.dovetail.graphql.type;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Computes a value on first touch and keeps it. Safe between threads; threads that race may compute twice, but all get
 * the same value. No lock is held while computing, so types may refer to each other in circles without deadlock.
 */
public final class Lazy<T extends Object> {
    private volatile @Nullable Supplier<? extends T> supplier;
    private volatile @Nullable T value;

    private Lazy(@Nullable Supplier<? extends T> supplier, @Nullable T value) {
        this.supplier = supplier;
        this.value = value;
    }

    public static <T> Lazy<T> of(Supplier<? extends T> supplier) {
        return new Lazy<>(supplier, null);
    }

    public static <T> Lazy<T> ready(T value) {
        return new Lazy<>(null, value);
    }

    public T get() {
        var known = value;
        if (known != null) {
            return known;
        }
        var compute = supplier;
        return compute == null ? published() : publish(compute.get());
    }

    private synchronized T publish(T computed) {
        var first = value;
        if (first != null) {
            return first;
        }
        value = computed;
        supplier = null;
        return computed;
    }

    /** The supplier is dropped only after the value was set. */
    private T published() {
        var known = value;
        if (known == null) {
            throw new IllegalStateException("a lazy value without supplier and value");
        }
        return known;
    }
}
