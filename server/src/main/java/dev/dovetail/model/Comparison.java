package dev.dovetail.model;

import java.util.Optional;

/** The comparison operators of filters, by their name on the wire. */
public enum Comparison {
    EQ("_eq"),
    NEQ("_neq"),
    GT("_gt"),
    LT("_lt"),
    GTE("_gte"),
    LTE("_lte"),
    IN("_in"),
    NIN("_nin"),
    IS_NULL("_is_null"),
    LIKE("_like"),
    NLIKE("_nlike"),
    ILIKE("_ilike"),
    NILIKE("_nilike"),
    SIMILAR("_similar"),
    NSIMILAR("_nsimilar"),
    REGEX("_regex"),
    NREGEX("_nregex"),
    IREGEX("_iregex"),
    NIREGEX("_niregex"),
    CONTAINS("_contains"),
    CONTAINED_IN("_contained_in"),
    HAS_KEY("_has_key"),
    HAS_KEYS_ANY("_has_keys_any"),
    HAS_KEYS_ALL("_has_keys_all");

    private final String wire;

    Comparison(String wire) {
        this.wire = wire;
    }

    public String wire() {
        return wire;
    }

    /** Permissions may also write {@code $eq}, and {@code _ne} for {@code _neq}. */
    public static Optional<Comparison> named(String name) {
        var normal = name.startsWith("$") ? "_" + name.substring(1) : name;
        var wanted = normal.equals("_ne") ? NEQ.wire : normal;
        for (var comparison : values()) {
            if (comparison.wire.equals(wanted)) {
                return Optional.of(comparison);
            }
        }
        return Optional.empty();
    }
}
