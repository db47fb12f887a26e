package dev.dovetail.json;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The members of a JSON object in their order. Most objects have few, and there are many objects: a row of an answer,
 * an entry of the metadata. So up to {@link #SMALL_MAX} members are kept in one array and found by looking through it,
 * more than that in a {@link LinkedHashMap}, which for few takes about three times the memory.
 *
 * <p>Takes neither null keys nor null values. As with other maps, it must not be changed while it is gone through,
 * other than by the iterator.
 */
final class SmallMap<V> extends AbstractMap<String, V> {
    static final int SMALL_MAX = 8;

    private static final int FIRST_SLOTS = 4;

    /** A key and its value in turns. */
    private @Nullable Object[] slots;

    /** How many slots are taken; the double of the members. */
    private int end;

    /** Holds all members once there have been many. */
    private @Nullable Map<String, V> many;

    SmallMap() {
        slots = new @Nullable Object[FIRST_SLOTS];
    }

    @Override
    public int size() {
        return many == null ? end / 2 : many.size();
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return many == null ? slotOf(key) >= 0 : many.containsKey(key);
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        if (many != null) {
            return many.get(key);
        }
        var slot = slotOf(key);
        return slot < 0 ? null : valueAt(slot);
    }

    @Override
    public @Nullable V put(String key, V value) {
        if (many != null) {
            return many.put(key, value);
        }
        var slot = slotOf(key);
        if (slot >= 0) {
            var before = valueAt(slot);
            slots[slot + 1] = value;
            return before;
        }
        if (end == 2 * SMALL_MAX) {
            return becomeMany().put(key, value);
        }
        if (end == slots.length) {
            slots = Arrays.copyOf(slots, 2 * end);
        }
        slots[end] = key;
        slots[end + 1] = value;
        end += 2;
        return null;
    }

    @Override
    public @Nullable V remove(@Nullable Object key) {
        if (many != null) {
            return many.remove(key);
        }
        var slot = slotOf(key);
        if (slot < 0) {
            return null;
        }
        var before = valueAt(slot);
        removeAt(slot);
        return before;
    }

    @Override
    public void clear() {
        many = null;
        Arrays.fill(slots, 0, end, null);
        end = 0;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super V> visit) {
        if (many != null) {
            many.forEach(visit);
            return;
        }
        for (var slot = 0; slot < end; slot += 2) {
            visit.accept(keyAt(slot), valueAt(slot));
        }
    }

    @Override
    public Set<Map.Entry<String, V>> entrySet() {
        return many == null ? new Members() : many.entrySet();
    }

    /** Equal keys are mostly the same one: the parser's, or the plan's. */
    private int slotOf(@Nullable Object key) {
        for (var slot = 0; slot < end; slot += 2) {
            if (slots[slot] == key) {
                return slot;
            }
        }
        for (var slot = 0; slot < end; slot += 2) {
            if (keyAt(slot).equals(key)) {
                return slot;
            }
        }
        return -1;
    }

    private String keyAt(int slot) {
        return (String) Objects.requireNonNull(slots[slot]);
    }

    @SuppressWarnings("unchecked")
    private V valueAt(int slot) {
        return (V) Objects.requireNonNull(slots[slot + 1]);
    }

    private void removeAt(int slot) {
        System.arraycopy(slots, slot + 2, slots, slot, end - slot - 2);
        end -= 2;
        slots[end] = null;
        slots[end + 1] = null;
    }

    private Map<String, V> becomeMany() {
        var all = new LinkedHashMap<String, V>();
        forEach(all::put);
        clear();
        many = all;
        return all;
    }

    private final class Members extends AbstractSet<Map.Entry<String, V>> {
        @Override
        public int size() {
            return SmallMap.this.size();
        }

        @Override
        public Iterator<Map.Entry<String, V>> iterator() {
            return new Walk();
        }
    }

    private final class Walk implements Iterator<Map.Entry<String, V>> {
        private int next;
        private boolean isAfterOne;

        @Override
        public boolean hasNext() {
            return next < end;
        }

        @Override
        public Map.Entry<String, V> next() {
            if (next >= end) {
                throw new NoSuchElementException();
            }
            var member = new Member(next);
            next += 2;
            isAfterOne = true;
            return member;
        }

        @Override
        public void remove() {
            if (!isAfterOne) {
                throw new IllegalStateException("no member to remove");
            }
            isAfterOne = false;
            next -= 2;
            removeAt(next);
        }
    }

    /** A member that writes through, as long as its map keeps its members. */
    private final class Member extends SimpleEntry<String, V> {
        private static final long serialVersionUID = 1;

        Member(int slot) {
            super(keyAt(slot), valueAt(slot));
        }

        @Override
        public V setValue(V value) {
            put(getKey(), value);
            return super.setValue(value);
        }
    }
}
