package dev.dovetail.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Where generators take their decisions from: random numbers, written down as they are drawn, or such a record played
 * again. A record that is shorter or has smaller numbers gives a simpler case, because zero is everywhere the simplest
 * choice; that is how failures are made small, whatever was generated from them.
 */
final class Choices {
    private final @Nullable Random random;
    private final List<Integer> given;
    private final List<Integer> drawn = new ArrayList<>();

    private Choices(@Nullable Random random, List<Integer> given) {
        this.random = random;
        this.given = given;
    }

    static Choices random(long seed) {
        return new Choices(new Random(seed), List.of());
    }

    /** Past its end, the record goes on with zeros. */
    static Choices replay(List<Integer> record) {
        return new Choices(null, record);
    }

    List<Integer> record() {
        return List.copyOf(drawn);
    }

    /** From zero to below the bound. */
    int below(int bound) {
        var value = 0;
        if (random != null) {
            value = random.nextInt(bound);
        } else if (drawn.size() < given.size()) {
            value = Math.min(given.get(drawn.size()), bound - 1);
        }
        drawn.add(value);
        return value;
    }

    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    boolean chance(int percent) {
        return below(100) >= 100 - percent;
    }

    <T> T of(List<T> options) {
        return options.get(below(options.size()));
    }

    /** Each with the same chance, in their order; may be none. */
    <T> List<T> some(List<T> options, int percent) {
        return options.stream().filter(each -> chance(percent)).toList();
    }

    /** As {@link #some}, but the first when it would be none. */
    <T> List<T> atLeastOne(List<T> options, int percent) {
        var chosen = some(options, percent);
        return chosen.isEmpty() ? List.of(options.getFirst()) : chosen;
    }
}
