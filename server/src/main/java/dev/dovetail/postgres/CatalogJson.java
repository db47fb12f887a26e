package dev.dovetail.postgres;

import dev.dovetail.catalog.Catalog;
import dev.dovetail.catalog.ColumnInfo;
import dev.dovetail.catalog.ForeignKeyInfo;
import dev.dovetail.catalog.FunctionInfo;
import dev.dovetail.catalog.KeyInfo;
import dev.dovetail.catalog.TableInfo;
import dev.dovetail.json.Json;
import dev.dovetail.name.ColumnName;
import dev.dovetail.name.FunctionName;
import dev.dovetail.name.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Turns the answer of {@link CatalogQuery} into records. Rows are arrays; their columns are named where they are read.
 */
final class CatalogJson {
    private static final int UPDATABLE = 1 << 2;
    private static final int INSERTABLE = 1 << 3;
    private static final int DELETABLE = 1 << 4;

    private final JsonNode root;
    private final CatalogTypes types;
    private final Map<Long, TableName> names = new HashMap<>();
    private final Map<Long, List<ColumnInfo>> columns = new HashMap<>();
    private final Map<Long, Map<Integer, ColumnName>> columnNames = new HashMap<>();
    private final Map<Long, KeyInfo> primaryKeys = new HashMap<>();
    private final Map<Long, List<KeyInfo>> uniques = new HashMap<>();
    private final Map<Long, List<ForeignKeyInfo>> foreignKeys = new HashMap<>();

    private CatalogJson(JsonNode root) {
        this.root = root;
        this.types = new CatalogTypes(root.path("types"));
    }

    /** Without enum values, which only a further query can read. */
    static Catalog read(byte[] json) {
        return new CatalogJson(Json.read(json)).catalog();
    }

    private Catalog catalog() {
        for (var row : root.path("tables")) {
            names.put(
                    row.get(0).asLong(),
                    new TableName(row.get(1).asString(), row.get(2).asString()));
        }
        root.path("columns").forEach(this::column);
        root.path("keys").forEach(this::key);
        root.path("foreign_keys").forEach(this::foreignKey);
        var tables = new LinkedHashMap<TableName, TableInfo>();
        for (var row : root.path("tables")) {
            var table = table(row);
            tables.put(table.name(), table);
        }
        var functions = new LinkedHashMap<FunctionName, List<FunctionInfo>>();
        for (var row : root.path("functions")) {
            var function = function(row);
            functions
                    .computeIfAbsent(function.name(), name -> new ArrayList<>())
                    .add(function);
        }
        return new Catalog(root.path("version").asString(), tables, functions, Map.of());
    }

    private void column(JsonNode row) {
        var table = row.get(0).asLong();
        var position = row.get(1).asInt();
        var name = new ColumnName(row.get(2).asString());
        var required = row.get(4).asBoolean();
        var identity = switch (row.get(6).asString()) {
            case "a" -> ColumnInfo.Identity.ALWAYS;
            case "d" -> ColumnInfo.Identity.BY_DEFAULT;
            default -> ColumnInfo.Identity.NONE;
        };
        columnNames.computeIfAbsent(table, oid -> new HashMap<>()).put(position, name);
        columns.computeIfAbsent(table, oid -> new ArrayList<>())
                .add(new ColumnInfo(
                        name,
                        position,
                        types.of(row.get(3).asLong()),
                        !required,
                        row.get(5).asBoolean(),
                        identity,
                        row.get(7).asBoolean(),
                        text(row.get(8))));
    }

    private void key(JsonNode row) {
        var table = row.get(0).asLong();
        var key = new KeyInfo(row.get(1).asString(), columnsAt(table, row.get(3)));
        if (row.get(2).asBoolean()) {
            primaryKeys.put(table, key);
        } else {
            uniques.computeIfAbsent(table, oid -> new ArrayList<>()).add(key);
        }
    }

    private void foreignKey(JsonNode row) {
        var table = row.get(0).asLong();
        var target = row.get(2).asLong();
        var targetName = names.get(target);
        if (targetName == null) {
            return;
        }
        var from = columnsAt(table, row.get(3));
        var to = columnsAt(target, row.get(4));
        var pairs = new LinkedHashMap<ColumnName, ColumnName>();
        for (var i = 0; i < from.size(); i++) {
            pairs.put(from.get(i), to.get(i));
        }
        foreignKeys
                .computeIfAbsent(table, oid -> new ArrayList<>())
                .add(new ForeignKeyInfo(row.get(1).asString(), targetName, pairs));
    }

    private List<ColumnName> columnsAt(long table, JsonNode positions) {
        var byPosition = columnNames.getOrDefault(table, Map.of());
        var found = new ArrayList<ColumnName>();
        for (var position : positions) {
            var name = byPosition.get(position.asInt());
            // An index on an expression has no column there.
            if (name != null) {
                found.add(name);
            }
        }
        return found;
    }

    private TableInfo table(JsonNode row) {
        var oid = row.get(0).asLong();
        var kind = switch (row.get(3).asString()) {
            case "p" -> TableInfo.Kind.PARTITIONED;
            case "f" -> TableInfo.Kind.FOREIGN;
            case "v" -> TableInfo.Kind.VIEW;
            case "m" -> TableInfo.Kind.MATERIALIZED_VIEW;
            default -> TableInfo.Kind.TABLE;
        };
        var changes = row.get(4).asInt();
        return new TableInfo(
                names.getOrDefault(
                        oid, new TableName(row.get(1).asString(), row.get(2).asString())),
                oid,
                kind,
                text(row.get(5)),
                columns.getOrDefault(oid, List.of()),
                primaryKeys.get(oid),
                uniques.getOrDefault(oid, List.of()),
                foreignKeys.getOrDefault(oid, List.of()),
                (changes & INSERTABLE) != 0,
                (changes & UPDATABLE) != 0,
                (changes & DELETABLE) != 0);
    }

    private FunctionInfo function(JsonNode row) {
        var volatility = switch (row.get(3).asString()) {
            case "i" -> FunctionInfo.Volatility.IMMUTABLE;
            case "s" -> FunctionInfo.Volatility.STABLE;
            default -> FunctionInfo.Volatility.VOLATILE;
        };
        var returns = row.get(6).asLong();
        return new FunctionInfo(
                new FunctionName(row.get(1).asString(), row.get(2).asString()),
                row.get(0).asLong(),
                volatility,
                row.get(4).asBoolean(),
                row.get(5).asBoolean(),
                types.of(returns),
                rowOf(returns),
                arguments(row.get(7), row.get(8), row.get(9)),
                row.get(10).asInt(),
                text(row.get(11)));
    }

    /**
     * Input arguments only.
     *
     * @param modes null when all are plain inputs; otherwise of all arguments, as are the names
     */
    private List<FunctionInfo.Argument> arguments(JsonNode inputTypes, JsonNode modes, JsonNode names) {
        var inputNames = new ArrayList<@Nullable String>();
        for (var i = 0; i < names.size(); i++) {
            var mode = modes.isArray() ? modes.get(i).asString() : "i";
            if (mode.equals("i") || mode.equals("b") || mode.equals("v")) {
                var name = names.get(i).asString();
                inputNames.add(name.isEmpty() ? null : name);
            }
        }
        var arguments = new ArrayList<FunctionInfo.Argument>();
        for (var type : inputTypes) {
            var name = arguments.size() < inputNames.size() ? inputNames.get(arguments.size()) : null;
            arguments.add(new FunctionInfo.Argument(name, types.of(type.asLong()), rowOf(type.asLong())));
        }
        return arguments;
    }

    private @Nullable TableName rowOf(long type) {
        return names.get(types.relationOf(type));
    }

    private static @Nullable String text(JsonNode node) {
        return node.isNull() ? null : node.asString();
    }
}
