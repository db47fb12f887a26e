package dev.dovetail.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Makes the record of a failing case smaller, as long as it fails. */
final class Shrinking {
    private final Predicate<List<Integer>> fails;
    private final long end;
    private List<Integer> best;

    private Shrinking(List<Integer> failing, Predicate<List<Integer>> fails, int seconds) {
        this.best = failing;
        this.fails = fails;
        this.end = System.nanoTime() + seconds * 1_000_000_000L;
    }

    /** @param seconds after which the best so far is taken */
    static List<Integer> of(List<Integer> failing, Predicate<List<Integer>> fails, int seconds) {
        var shrinking = new Shrinking(failing, fails, seconds);
        while (shrinking.pass()) {
            // until a pass changes nothing
        }
        return shrinking.best;
    }

    private boolean pass() {
        var before = best;
        for (var size = Math.max(1, best.size() / 2); size >= 1; size /= 2) {
            for (var at = best.size() - size; at >= 0 && timeIsLeft(); at = Math.min(at, best.size()) - size) {
                if (at + size <= best.size()) {
                    without(at, size);
                }
            }
        }
        for (var at = 0; at < best.size() && timeIsLeft(); at++) {
            smaller(at);
        }
        return !best.equals(before) && timeIsLeft();
    }

    private void without(int at, int size) {
        var less = new ArrayList<>(best);
        less.subList(at, at + size).clear();
        attempt(less);
    }

    private void smaller(int at) {
        for (var value : new int[] {0, best.get(at) / 2, best.get(at) - 1}) {
            if (at < best.size() && value >= 0 && value < best.get(at)) {
                var less = new ArrayList<>(best);
                less.set(at, value);
                if (attempt(less)) {
                    return;
                }
            }
        }
    }

    private boolean attempt(List<Integer> candidate) {
        var stillFails = fails.test(candidate);
        if (stillFails) {
            best = candidate;
        }
        return stillFails;
    }

    private boolean timeIsLeft() {
        return System.nanoTime() < end;
    }
}
