package dev.dovetail.cli;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.DiffAlgorithmI;
import com.github.difflib.algorithm.DiffAlgorithmListener;
import com.github.difflib.algorithm.myers.MyersDiff;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds what two long texts differ in. Myers' algorithm, which the library brings, takes time by the square of the
 * differences: minutes, when a metadata of thousands of tables is new. So texts are cut at lines that stand once in
 * each of them, in the longest row of such lines that both have in the same order; what lies between is small enough
 * for Myers, or is taken as replaced.
 */
final class Anchors implements DiffAlgorithmI<String> {
    /** Lines on both sides together up to which Myers is fast whatever they are. */
    private static final int SHORT = 4_000;

    private final List<Change> changes = new ArrayList<>();

    @Override
    public List<Change> computeDiff(
            List<? extends String> before, List<? extends String> after, @Nullable DiffAlgorithmListener progress) {
        compare(before, 0, after, 0);
        return changes;
    }

    /** {@code at} and {@code to}: where the two lists begin in the whole. */
    private void compare(List<? extends String> before, int at, List<? extends String> after, int to) {
        var head = 0;
        while (head < Math.min(before.size(), after.size()) && before.get(head).equals(after.get(head))) {
            head++;
        }
        var end = before.size();
        var endAfter = after.size();
        while (end > head && endAfter > head && before.get(end - 1).equals(after.get(endAfter - 1))) {
            end--;
            endAfter--;
        }
        middle(before.subList(head, end), at + head, after.subList(head, endAfter), to + head);
    }

    private void middle(List<? extends String> before, int at, List<? extends String> after, int to) {
        if (before.isEmpty() && after.isEmpty()) {
            return;
        }
        if (before.isEmpty() || after.isEmpty()) {
            replaced(before, at, after, to);
            return;
        }
        if (before.size() + after.size() <= SHORT) {
            for (var change : new MyersDiff<String>().computeDiff(before, after, null)) {
                changes.add(new Change(
                        change.deltaType,
                        at + change.startOriginal,
                        at + change.endOriginal,
                        to + change.startRevised,
                        to + change.endRevised));
            }
            return;
        }
        var anchors = row(pairs(before, after));
        if (anchors.isEmpty()) {
            replaced(before, at, after, to);
            return;
        }
        var from = 0;
        var fromAfter = 0;
        for (var anchor : anchors) {
            var part = before.subList(from, anchor.before());
            compare(part, at + from, after.subList(fromAfter, anchor.after()), to + fromAfter);
            from = anchor.before() + 1;
            fromAfter = anchor.after() + 1;
        }
        compare(before.subList(from, before.size()), at + from, after.subList(fromAfter, after.size()), to + fromAfter);
    }

    private void replaced(List<? extends String> before, int at, List<? extends String> after, int to) {
        var type = before.isEmpty() ? DeltaType.INSERT : after.isEmpty() ? DeltaType.DELETE : DeltaType.CHANGE;
        changes.add(new Change(type, at, at + before.size(), to, to + after.size()));
    }

    private record Pair(int before, int after) {}

    /** The lines that stand once in each, in the order of the first text. */
    private static List<Pair> pairs(List<? extends String> before, List<? extends String> after) {
        var places = new HashMap<String, int[]>();
        for (var i = 0; i < before.size(); i++) {
            var place = places.computeIfAbsent(before.get(i), line -> new int[4]);
            place[0]++;
            place[1] = i;
        }
        for (var i = 0; i < after.size(); i++) {
            var place = places.get(after.get(i));
            if (place != null) {
                place[2]++;
                place[3] = i;
            }
        }
        return places.values().stream()
                .filter(place -> place[0] == 1 && place[2] == 1)
                .map(place -> new Pair(place[1], place[3]))
                .sorted(Comparator.comparingInt(Pair::before))
                .toList();
    }

    /** The longest row of pairs that rises in both texts (patience sorting). */
    private static List<Pair> row(List<Pair> pairs) {
        var tops = new int[pairs.size()];
        var below = new int[pairs.size()];
        var piles = 0;
        for (var i = 0; i < pairs.size(); i++) {
            var pile = pile(pairs, tops, piles, pairs.get(i).after());
            below[i] = pile == 0 ? -1 : tops[pile - 1];
            tops[pile] = i;
            piles = Math.max(piles, pile + 1);
        }
        var row = new Pair[piles];
        for (int i = piles == 0 ? -1 : tops[piles - 1], n = piles - 1; i >= 0; i = below[i], n--) {
            row[n] = pairs.get(i);
        }
        return Arrays.asList(row);
    }

    /** The leftmost pile whose top is not below. */
    private static int pile(List<Pair> pairs, int[] tops, int piles, int after) {
        var low = 0;
        var high = piles;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (pairs.get(tops[middle]).after() < after) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
