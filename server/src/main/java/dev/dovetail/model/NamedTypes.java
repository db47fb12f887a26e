package dev.dovetail.model;

import dev.dovetail.catalog.Catalog;
import dev.dovetail.catalog.PgType;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Types by the names that people give them: {@code integer}, {@code timestamp with time zone}, {@code text[]}. */
final class NamedTypes {
    /** As the reference reads them. */
    private static final Map<String, String> BUILTIN = Map.ofEntries(
            Map.entry("serial", "int4"),
            Map.entry("bigserial", "int8"),
            Map.entry("smallint", "int2"),
            Map.entry("int2", "int2"),
            Map.entry("int", "int4"),
            Map.entry("integer", "int4"),
            Map.entry("int4", "int4"),
            Map.entry("bigint", "int8"),
            Map.entry("int8", "int8"),
            Map.entry("real", "float4"),
            Map.entry("float4", "float4"),
            Map.entry("double precision", "float8"),
            Map.entry("float8", "float8"),
            Map.entry("numeric", "numeric"),
            Map.entry("decimal", "numeric"),
            Map.entry("money", "money"),
            Map.entry("boolean", "bool"),
            Map.entry("bool", "bool"),
            Map.entry("bpchar", "bpchar"),
            Map.entry("char", "bpchar"),
            Map.entry("character", "bpchar"),
            Map.entry("varchar", "varchar"),
            Map.entry("character varying", "varchar"),
            Map.entry("text", "text"),
            Map.entry("date", "date"),
            Map.entry("timestamp", "timestamp"),
            Map.entry("timestamp without time zone", "timestamp"),
            Map.entry("timestamptz", "timestamptz"),
            Map.entry("timestamp with time zone", "timestamptz"),
            Map.entry("timetz", "timetz"),
            Map.entry("time with time zone", "timetz"),
            Map.entry("json", "json"),
            Map.entry("jsonb", "jsonb"),
            Map.entry("uuid", "uuid"));

    /** The words the reference uses for types whose own name is another. */
    private static final Map<String, String> WORDS = Map.of(
            "int2", "smallint",
            "int4", "integer",
            "int8", "bigint",
            "float4", "real",
            "bool", "boolean");

    private static final Set<String> EXTENSIONS =
            Set.of("citext", "ltree", "lquery", "ltxtquery", "geometry", "geography");

    private final Catalog catalog;
    private @Nullable Map<String, PgType> others;

    NamedTypes(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Types that the database does not have are found out by Postgres. */
    PgType of(String written) {
        if (written.endsWith("[]")) {
            var element = of(written.substring(0, written.length() - 2));
            return new PgType(element.schema(), "_" + element.name(), PgType.Kind.ARRAY, null, element);
        }
        var builtin = BUILTIN.get(written.toLowerCase(Locale.ROOT));
        if (builtin != null) {
            return PgType.builtin(builtin);
        }
        var known = others().get(written);
        if (known != null) {
            return known;
        }
        var schema = PgTypes.isCommon(written) && !EXTENSIONS.contains(written) ? "pg_catalog" : "";
        return new PgType(schema, written, PgType.Kind.BASE, null, null);
    }

    /** Whether the reference knows the type's identity, and so compares it. */
    static boolean isCompared(PgType type) {
        return type.isBuiltin() && BUILTIN.containsValue(type.name());
    }

    static String word(String name) {
        return WORDS.getOrDefault(name, name);
    }

    /** What the search path finds, if the database's tables or functions use it. */
    private Map<String, PgType> others() {
        var known = others;
        if (known == null) {
            var found = new HashMap<String, PgType>();
            catalog.tables().values().forEach(table -> table.columns().forEach(column -> add(column.type(), found)));
            catalog.functions()
                    .values()
                    .forEach(overloads -> overloads.forEach(function -> {
                        add(function.returns(), found);
                        function.arguments().forEach(argument -> add(argument.type(), found));
                    }));
            known = found;
            others = known;
        }
        return known;
    }

    private static void add(PgType type, Map<String, PgType> found) {
        if (type.element() != null) {
            add(type.element(), found);
        } else {
            found.putIfAbsent(type.name(), type);
        }
    }
}
