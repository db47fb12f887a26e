package dev.dovetail.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Lists of named things, changed by making new ones. */
public final class Lists {
    private Lists() {}

    /** Replaces the element of the same key in place, or appends. */
    public static <T, K> List<T> put(List<T> list, Function<T, K> key, T element) {
        var changed = new ArrayList<T>(list.size() + 1);
        var wanted = key.apply(element);
        var replaced = false;
        for (T old : list) {
            var same = key.apply(old).equals(wanted);
            changed.add(same ? element : old);
            replaced |= same;
        }
        if (!replaced) changed.add(element);
        return List.copyOf(changed);
    }

    /** The list without the element of that key. */
    public static <T, K> List<T> remove(List<T> list, Function<T, K> key, K unwanted) {
        return list.stream()
                .filter(element -> !key.apply(element).equals(unwanted))
                .toList();
    }
}
