package dev.dovetail.postgres;

import dev.dovetail.catalog.PgType;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The types of a catalog by oid; each becomes one record, however many columns have it. */
final class CatalogTypes {
    private final Map<Long, JsonNode> rows = new HashMap<>();
    private final Map<Long, PgType> known = new HashMap<>();

    CatalogTypes(JsonNode types) {
        for (var row : types) {
            rows.put(row.get(0).asLong(), row);
        }
    }

    PgType of(long oid) {
        var type = known.get(oid);
        if (type == null) {
            type = make(oid);
            known.put(oid, type);
        }
        return type;
    }

    /** The oid of the relation whose row type this is; 0 when it is none. */
    long relationOf(long oid) {
        var row = rows.get(oid);
        return row == null ? 0 : row.get(6).asLong();
    }

    private PgType make(long oid) {
        var row = rows.get(oid);
        if (row == null) {
            throw new IllegalStateException("the catalog names a type that it does not have: " + oid);
        }
        var element = row.get(5).asLong();
        return new PgType(
                row.get(1).asString(),
                row.get(2).asString(),
                element == 0 ? kind(row.get(3).asString()) : PgType.Kind.ARRAY,
                typeOrNull(row.get(4).asLong()),
                typeOrNull(element));
    }

    private @Nullable PgType typeOrNull(long oid) {
        return oid == 0 ? null : of(oid);
    }

    private static PgType.Kind kind(String typtype) {
        return switch (typtype) {
            case "c" -> PgType.Kind.COMPOSITE;
            case "d" -> PgType.Kind.DOMAIN;
            case "e" -> PgType.Kind.ENUM;
            case "p" -> PgType.Kind.PSEUDO;
            case "r" -> PgType.Kind.RANGE;
            case "m" -> PgType.Kind.MULTIRANGE;
            default -> PgType.Kind.BASE;
        };
    }
}
