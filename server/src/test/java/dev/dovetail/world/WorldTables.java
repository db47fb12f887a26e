package dev.dovetail.world;

import dev.dovetail.catalog.Catalog;
import dev.dovetail.catalog.ColumnInfo;
import dev.dovetail.catalog.ForeignKeyInfo;
import dev.dovetail.catalog.KeyInfo;
import dev.dovetail.catalog.PgType;
import dev.dovetail.catalog.TableInfo;
import dev.dovetail.name.ColumnName;
import dev.dovetail.name.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The tables of the world, as a catalog and as the statements that make them. */
public final class WorldTables {
    private static final PgType TEXTS =
            new PgType("pg_catalog", "_text", PgType.Kind.ARRAY, null, PgType.builtin("text"));

    private WorldTables() {}

    public static Catalog catalog() {
        var tables = new TreeMap<TableName, TableInfo>();
        all().forEach(table -> tables.put(table.name(), table));
        var kinds = new Catalog.EnumTable(List.of(
                new Catalog.EnumTable.Value("regular", "comes and goes"), new Catalog.EnumTable.Value("staff", null)));
        return new Catalog("150000", tables, Map.of(), Map.of(TableName.inPublic("kinds"), kinds));
    }

    private static List<TableInfo> all() {
        return List.of(
                table("kinds", "value text!", "comment text").key("value").info(),
                table(
                                "users",
                                "id int4!=",
                                "name text!",
                                "email text",
                                "kind text",
                                "data jsonb",
                                "tags text[]",
                                "balance numeric",
                                "manager_id int4")
                        .key("id")
                        .unique("name")
                        .refers("kind", "kinds", "value")
                        .refers("manager_id", "users", "id")
                        .info(),
                table(
                                "posts",
                                "id int4!=",
                                "author_id int4!",
                                "title text!",
                                "body text",
                                "published bool!=",
                                "score float8",
                                "views int8!=",
                                "uid uuid")
                        .key("id")
                        .refers("author_id", "users", "id")
                        .info(),
                table("comments", "post_id int4!", "nr int4!", "author_id int4", "body text")
                        .key("post_id", "nr")
                        .refers("post_id", "posts", "id")
                        .refers("author_id", "users", "id")
                        .info());
    }

    /** Statements that make these tables in an empty database. */
    public static List<String> statements() {
        var statements = new ArrayList<String>();
        for (var table : all()) {
            var parts = new ArrayList<String>();
            table.columns().forEach(column -> parts.add(column(column)));
            var key = table.primaryKey();
            if (key != null) {
                parts.add("primary key (" + names(key.columns()) + ")");
            }
            table.uniques()
                    .forEach(unique -> parts.add(
                            "constraint " + unique.constraint() + " unique (" + names(unique.columns()) + ")"));
            table.foreignKeys()
                    .forEach(foreign ->
                            parts.add("foreign key (" + names(foreign.columns().keySet()) + ") references "
                                    + foreign.target().name() + " ("
                                    + names(foreign.columns().values()) + ")"));
            statements.add("create table " + table.name().name() + " (" + String.join(", ", parts) + ")");
        }
        return statements;
    }

    private static String column(ColumnInfo column) {
        var type = column.type().name().startsWith("_")
                ? column.type().name().substring(1) + "[]"
                : column.type().name();
        return column.name().value() + " " + type + (column.nullable() ? "" : " not null");
    }

    private static String names(Iterable<ColumnName> columns) {
        var names = new ArrayList<String>();
        columns.forEach(each -> names.add(each.value()));
        return String.join(", ", names);
    }

    private static Draft table(String name, String... columns) {
        return new Draft(TableName.inPublic(name), Stream.of(columns).toList());
    }

    /** {@code name type}, with {@code !} for not null and {@code =} for a default. */
    private static final class Draft {
        private final TableName name;
        private final List<ColumnInfo> columns = new ArrayList<>();
        private final List<KeyInfo> uniques = new ArrayList<>();
        private final List<ForeignKeyInfo> foreignKeys = new ArrayList<>();
        private List<ColumnName> key = List.of();

        Draft(TableName name, List<String> columns) {
            this.name = name;
            for (var column : columns) {
                var words = column.replaceAll("[!=]", "").split(" ");
                var type = words[1].endsWith("[]") ? TEXTS : PgType.builtin(words[1]);
                this.columns.add(new ColumnInfo(
                        new ColumnName(words[0]),
                        this.columns.size() + 1,
                        type,
                        !column.contains("!"),
                        column.contains("="),
                        ColumnInfo.Identity.NONE,
                        false,
                        null));
            }
        }

        Draft key(String... names) {
            key = Stream.of(names).map(ColumnName::new).toList();
            return this;
        }

        Draft unique(String column) {
            uniques.add(new KeyInfo(name.name() + "_" + column + "_key", List.of(new ColumnName(column))));
            return this;
        }

        Draft refers(String column, String target, String targetColumn) {
            var columns = new LinkedHashMap<ColumnName, ColumnName>();
            columns.put(new ColumnName(column), new ColumnName(targetColumn));
            foreignKeys.add(
                    new ForeignKeyInfo(name.name() + "_" + column + "_fkey", TableName.inPublic(target), columns));
            return this;
        }

        TableInfo info() {
            return new TableInfo(
                    name,
                    name.name().hashCode(),
                    TableInfo.Kind.TABLE,
                    null,
                    columns,
                    new KeyInfo(name.name() + "_pkey", key),
                    uniques,
                    foreignKeys,
                    true,
                    true,
                    true);
        }
    }
}
