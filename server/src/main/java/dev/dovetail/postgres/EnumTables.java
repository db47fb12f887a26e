package dev.dovetail.postgres;

import dev.dovetail.catalog.Catalog;
import dev.dovetail.catalog.PgType;
import dev.dovetail.catalog.TableInfo;
import dev.dovetail.json.Json;
import dev.dovetail.name.ColumnName;
import dev.dovetail.name.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the rows of enum tables: a primary key of one text column, and at most one more column, a text, with comments.
 * A table of another shape is left out; saying so is not the reader's business.
 */
final class EnumTables {
    private static final Set<String> TEXTS = Set.of("text", "varchar", "bpchar", "name", "citext");

    private EnumTables() {}

    /**
     * Null when there is none to read. The answer is one {@code bytea}: {@code [[table's index, value, comment], …]}.
     */
    static @Nullable String query(Catalog catalog, Set<TableName> wanted) {
        var parts = new ArrayList<String>();
        for (var table : readable(catalog, wanted)) {
            var key = keyColumn(table);
            var comment = commentColumn(table);
            if (key != null) {
                parts.add("SELECT " + parts.size() + " AS t, " + quote(key.value()) + "::text AS v, "
                        + (comment == null ? "NULL" : quote(comment.value())) + "::text AS c FROM "
                        + quote(table.name().schema()) + "."
                        + quote(table.name().name()));
            }
        }
        return parts.isEmpty()
                ? null
                : "SELECT convert_to(coalesce(json_agg(json_build_array(t, v, c)"
                        + " ORDER BY t, v COLLATE \"C\"), '[]')::text,"
                        + " 'UTF8') FROM (" + String.join(" UNION ALL ", parts) + ") x";
    }

    static Map<TableName, Catalog.EnumTable> read(Catalog catalog, Set<TableName> wanted, byte[] json) {
        var tables = readable(catalog, wanted);
        var values = new LinkedHashMap<TableName, List<Catalog.EnumTable.Value>>();
        for (var table : tables) {
            values.put(table.name(), new ArrayList<>());
        }
        for (JsonNode row : Json.read(json)) {
            var name = tables.get(row.get(0).asInt()).name();
            var comment = row.get(2).isNull() ? null : row.get(2).asString();
            values.getOrDefault(name, new ArrayList<>())
                    .add(new Catalog.EnumTable.Value(row.get(1).asString(), comment));
        }
        var result = new LinkedHashMap<TableName, Catalog.EnumTable>();
        values.forEach((name, list) -> result.put(name, new Catalog.EnumTable(list)));
        return result;
    }

    private static List<TableInfo> readable(Catalog catalog, Set<TableName> wanted) {
        return new TreeSet<>(wanted)
                .stream()
                        .filter(catalog.tables()::containsKey)
                        .map(name -> catalog.tables().get(name))
                        .filter(table -> keyColumn(table) != null)
                        .toList();
    }

    private static @Nullable ColumnName keyColumn(TableInfo table) {
        var key = table.primaryKey();
        if (key == null || key.columns().size() != 1 || table.columns().size() > 2) {
            return null;
        }
        var allTexts = table.columns().stream().allMatch(column -> isText(column.type()));
        return allTexts ? key.columns().getFirst() : null;
    }

    private static @Nullable ColumnName commentColumn(TableInfo table) {
        var key = keyColumn(table);
        for (var column : table.columns()) {
            if (!column.name().equals(key)) {
                return column.name();
            }
        }
        return null;
    }

    private static boolean isText(PgType type) {
        return TEXTS.contains(type.name());
    }

    private static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
