package dev.dovetail.model;

import java.util.Optional;
import java.util.Set;

/** The comparison operators of filters, by their name on the wire. */
public enum Comparison {
    EQ("_eq", Family.ANY),
    NEQ("_neq", Family.ANY),
    GT("_gt", Family.ANY),
    LT("_lt", Family.ANY),
    GTE("_gte", Family.ANY),
    LTE("_lte", Family.ANY),
    IN("_in", Family.ANY),
    NIN("_nin", Family.ANY),
    IS_NULL("_is_null", Family.ANY),
    LIKE("_like", Family.TEXT),
    NLIKE("_nlike", Family.TEXT),
    ILIKE("_ilike", Family.TEXT),
    NILIKE("_nilike", Family.TEXT),
    SIMILAR("_similar", Family.TEXT),
    NSIMILAR("_nsimilar", Family.TEXT),
    REGEX("_regex", Family.TEXT),
    NREGEX("_nregex", Family.TEXT),
    IREGEX("_iregex", Family.TEXT),
    NIREGEX("_niregex", Family.TEXT),
    CONTAINS("_contains", Family.JSONB_OR_ARRAY),
    CONTAINED_IN("_contained_in", Family.JSONB_OR_ARRAY),
    HAS_KEY("_has_key", Family.JSONB),
    HAS_KEYS_ANY("_has_keys_any", Family.JSONB),
    HAS_KEYS_ALL("_has_keys_all", Family.JSONB),
    ANCESTOR("_ancestor", Family.LTREE),
    ANCESTOR_ANY("_ancestor_any", Family.LTREE),
    DESCENDANT("_descendant", Family.LTREE),
    DESCENDANT_ANY("_descendant_any", Family.LTREE),
    MATCHES("_matches", Family.LTREE),
    MATCHES_ANY("_matches_any", Family.LTREE),
    MATCHES_FULLTEXT("_matches_fulltext", Family.LTREE),
    ST_CONTAINS("_st_contains", Family.GEOMETRY),
    ST_CROSSES("_st_crosses", Family.GEOMETRY),
    ST_EQUALS("_st_equals", Family.GEOMETRY),
    ST_OVERLAPS("_st_overlaps", Family.GEOMETRY),
    ST_TOUCHES("_st_touches", Family.GEOMETRY),
    ST_WITHIN("_st_within", Family.GEOMETRY),
    ST_3D_INTERSECTS("_st_3d_intersects", Family.GEOMETRY),
    ST_INTERSECTS("_st_intersects", Family.SPATIAL),
    ST_D_WITHIN("_st_d_within", Family.SPATIAL),
    ST_3D_D_WITHIN("_st_3d_d_within", Family.GEOMETRY),
    /** The last two the reference has not. */
    PATH_EXISTS("_path_exists", Family.JSONB),
    PATH_MATCH("_path_match", Family.JSONB);

    /** The types of columns an operator works on. */
    public enum Family {
        ANY,
        TEXT,
        JSONB,
        JSONB_OR_ARRAY,
        LTREE,
        GEOMETRY,
        SPATIAL;

        private static final Set<String> TEXTS = Set.of("String", "citext", "bpchar");

        private boolean holds(ColumnType type) {
            return switch (this) {
                case ANY -> true;
                case TEXT -> type instanceof ColumnType.Scalar(var graphql, var _) && TEXTS.contains(graphql);
                case JSONB -> type.isScalar("jsonb");
                case JSONB_OR_ARRAY -> type.isScalar("jsonb") || type instanceof ColumnType.ArrayOf;
                case LTREE -> type.isScalar("ltree");
                case GEOMETRY -> type.isScalar("geometry");
                case SPATIAL -> type.isSpatial();
            };
        }
    }

    private final String wire;
    private final Family family;

    Comparison(String wire, Family family) {
        this.wire = wire;
        this.family = family;
    }

    public String wire() {
        return wire;
    }

    public boolean worksOn(ColumnType type) {
        return family.holds(type);
    }

    /** Whether the right side is not one value but a distance and where from. */
    public boolean isNearness() {
        return this == ST_D_WITHIN || this == ST_3D_D_WITHIN;
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
