package dev.dovetail.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The same quantity, measured several times. */
final class Series {
    private final List<Double> values = new ArrayList<>();

    void add(double value) {
        values.add(value);
    }

    double last() {
        return values.getLast();
    }

    double median() {
        var sorted = values.stream().sorted().toList();
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** As {@code median (min-max)}. */
    String show(int decimals) {
        var form = "%." + decimals + "f";
        return String.format(
                Locale.ROOT,
                form + " (" + form + "-" + form + ")",
                median(),
                Collections.min(values),
                Collections.max(values));
    }
}
