package dev.dovetail.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A name in the parts that a {@link Naming} puts together. What a user chose is one part and keeps its first letter
 * when it comes first.
 */
public record NameParts(List<String> parts, boolean custom) {
    public NameParts {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a name has a part");
        }
    }

    NameParts(String only, boolean custom) {
        this(List.of(only), custom);
    }

    /** A name that a user chose. */
    public static NameParts custom(String name) {
        return new NameParts(name, true);
    }

    /** Parts are what stands between underscores; one underscore at the start belongs to the first part. */
    public static NameParts of(String snake) {
        var parts = new ArrayList<>(List.of(snake.split("_", -1)));
        if (parts.size() > 1 && parts.getFirst().isEmpty()) {
            parts.removeFirst();
            parts.set(0, "_" + parts.getFirst());
        }
        return new NameParts(parts, false);
    }

    public NameParts then(String... more) {
        var all = new ArrayList<>(parts);
        all.addAll(List.of(more));
        return new NameParts(all, custom);
    }

    public NameParts then(NameParts more) {
        var all = new ArrayList<>(parts);
        all.addAll(more.parts);
        return new NameParts(all, custom);
    }

    public String snake() {
        return String.join("_", parts);
    }

    public String camel() {
        return custom ? joined(parts.getFirst()) : joined(small(parts.getFirst()));
    }

    public String pascal() {
        return custom ? joined(parts.getFirst()) : joined(capital(parts.getFirst()));
    }

    private String joined(String first) {
        var name = new StringBuilder(first);
        parts.stream().skip(1).forEach(part -> name.append(capital(part)));
        return name.toString();
    }

    static String capital(String part) {
        return part.isEmpty() ? part : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1);
    }

    private static String small(String part) {
        return part.isEmpty() ? part : part.substring(0, 1).toLowerCase(Locale.ROOT) + part.substring(1);
    }
}
