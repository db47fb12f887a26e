package dev.dovetail.planner;

import dev.dovetail.catalog.PgType;
import dev.dovetail.model.ColumnType;
import dev.dovetail.model.Table;
import dev.dovetail.sql.Expr;
import dev.dovetail.sql.TypeName;
import java.util.List;
import java.util.Set;

/**
 * Gives values, which travel as text, the types of the columns they meet. PostGIS's values travel as GeoJSON; its
 * functions lie in the schema its types are in.
 */
final class Casts {
    private static final Set<String> STRINGIFIED = Set.of("bigint", "numeric", "float8");
    private static final int GEOJSON_DIGITS = 15;
    private static final int GEOJSON_LONG_CRS = 4;

    private Casts() {}

    static TypeName name(PgType type) {
        return new TypeName(type.schema(), type.name());
    }

    /** The type of a table's rows. */
    static TypeName rowOf(Table table) {
        return new TypeName(table.name().schema(), table.name().name());
    }

    static Expr to(Expr text, PgType type) {
        if (isSpatial(type)) {
            return new Expr.Cast(call(type, "st_geomfromgeojson", text), name(type));
        }
        return new Expr.Cast(text, name(type));
    }

    /** The type under which a JSON record set is read: GeoJSON as it is, for {@link #fromRecord}. */
    static TypeName inRecord(PgType type) {
        return isSpatial(type) ? TypeName.TEXT : name(type);
    }

    static Expr fromRecord(Expr value, PgType type) {
        return isSpatial(type) ? to(value, type) : value;
    }

    /** text[] to an array of the type. */
    static Expr toArray(Expr texts, PgType element) {
        // The text form of a geometry may be GeoJSON, that of a geography not.
        var readable = element.undomained().isPostgis("geography")
                ? new Expr.CastArray(texts, name(element.undomained().sibling("geometry")))
                : texts;
        return new Expr.CastArray(readable, name(element));
    }

    /** A value as the response shows it. */
    static Expr told(ColumnType type, Expr value, PlannerOptions options) {
        if (options.stringifyNumerics()
                && type instanceof ColumnType.Scalar(var graphql, var _)
                && STRINGIFIED.contains(graphql)) {
            return new Expr.Cast(value, TypeName.TEXT);
        }
        return shown(value, type.pg());
    }

    private static Expr shown(Expr value, PgType type) {
        return isSpatial(type)
                ? new Expr.Cast(
                        call(type, "st_asgeojson", value, new Expr.Int(GEOJSON_DIGITS), new Expr.Int(GEOJSON_LONG_CRS)),
                        TypeName.JSON)
                : value;
    }

    /** A function of the extension that brought the type. */
    static Expr call(PgType type, String function, Expr... arguments) {
        return new Expr.Call(type.undomained().schema(), function, List.of(arguments));
    }

    private static boolean isSpatial(PgType type) {
        var own = type.undomained();
        return own.isPostgis("geometry") || own.isPostgis("geography");
    }
}
