package dev.dovetail.properties;

import dev.dovetail.properties.World.Added;
import dev.dovetail.properties.World.Data;
import dev.dovetail.properties.World.Function;
import dev.dovetail.properties.World.ScalarField;
import dev.dovetail.properties.World.Table;
import dev.dovetail.properties.World.TableField;
import java.util.ArrayList;
import java.util.stream.Collectors;

/** A world in SQL. */
record Ddl(World world) {
    /** The schema of tracked functions, which must have a legal name in GraphQL whatever their custom name. */
    static final String ROOTS = "roots";

    static String quote(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    static String quoteText(String text) {
        return Type.TEXT.sqlLiteral(text);
    }

    String create() {
        var sql = new ArrayList<String>();
        sql.add("CREATE SCHEMA " + quote(world.schema()));
        sql.add("CREATE SCHEMA " + ROOTS);
        world.tables().forEach(table -> sql.add(table.view() == null ? table(table) : view(table)));
        for (var table : world.tables()) {
            table.columns().stream()
                    .filter(each -> each.references() != null && table.view() == null)
                    .forEach(each -> sql.add("ALTER TABLE %s ADD FOREIGN KEY (%s) REFERENCES %s"
                            .formatted(of(table), quote(each.sql()), of(world.table("" + each.references())))));
            table.scalars().forEach(each -> sql.add(scalar(table, each)));
            table.tableFields().forEach(each -> sql.add(tableField(table, each)));
            table.functions().forEach(each -> sql.add(function(table, each)));
        }
        return String.join(";\n", sql) + ";\n";
    }

    String drop() {
        return "DROP SCHEMA IF EXISTS " + quote(world.schema()) + ", " + ROOTS + " CASCADE;\n";
    }

    /** Makes the tables hold these rows, whatever they held before; constraints of references sleep meanwhile. */
    String fill(Data data) {
        var tables = world.tables().stream().filter(each -> each.view() == null).toList();
        var sql = new StringBuilder("SET session_replication_role = replica;\n");
        // On a few rows this is far quicker than TRUNCATE.
        tables.forEach(each -> sql.append("DELETE FROM ").append(of(each)).append(";\n"));
        for (var table : tables) {
            var rows = data.of(table.name());
            if (!rows.isEmpty()) {
                sql.append("INSERT INTO ").append(of(table)).append(" VALUES\n");
                sql.append(rows.stream().map(row -> values(table, row)).collect(Collectors.joining(",\n")));
                sql.append(";\n");
            }
        }
        return sql.append("RESET session_replication_role;\n").toString();
    }

    String of(Table table) {
        return quote(world.schema()) + "." + quote(table.sql());
    }

    private static String values(Table table, Row row) {
        return table.columns().stream()
                .map(column -> column.type().sqlLiteral(row.get(column.name())))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private String table(Table table) {
        var columns = table.columns().stream()
                .map(each -> quote(each.sql()) + " " + each.type().sql() + (each.nullable() ? "" : " NOT NULL")
                        + (each.standard() == null
                                ? ""
                                : " DEFAULT " + each.type().sqlLiteral(each.standard())))
                .collect(Collectors.joining(", "));
        var key = table.key().stream().map(each -> column(table, each)).collect(Collectors.joining(", "));
        return "CREATE TABLE %s (%s, CONSTRAINT %s PRIMARY KEY (%s))"
                .formatted(of(table), columns, quote(constraint(table)), key);
    }

    /** The key's; a client must be able to name it. */
    static String constraint(Table table) {
        return "pk_" + table.name();
    }

    private String view(Table table) {
        var view = table.view();
        var base = world.table(view == null ? "" : view.base());
        return "CREATE VIEW %s AS SELECT * FROM %s WHERE %s IS NOT NULL"
                .formatted(of(table), of(base), column(table, view == null ? "" : view.column()));
    }

    private static String column(Table table, String name) {
        return quote(table.column(name).sql());
    }

    private String name(String sql) {
        return quote(world.schema()) + "." + quote(sql);
    }

    private String scalar(Table table, ScalarField field) {
        var parameter =
                field.added() == Added.ARGUMENT ? ", n integer" : field.added() == Added.SESSION ? ", s json" : "";
        var added = switch (field.added()) {
            case ONE -> "1";
            case ARGUMENT -> "n";
            case SESSION -> "coalesce((s ->> '" + World.Role.NUMBER + "')::integer, 0)";
        };
        return "CREATE FUNCTION %s(t %s%s) RETURNS bigint LANGUAGE sql STABLE AS %s"
                .formatted(
                        name(field.sql()),
                        of(table),
                        parameter,
                        body("SELECT t.%s::bigint + %s".formatted(column(table, field.column()), added)));
    }

    private String tableField(Table table, TableField field) {
        var target = world.table(field.target());
        return "CREATE FUNCTION %s(t %s) RETURNS SETOF %s LANGUAGE sql STABLE AS %s"
                .formatted(
                        name(field.sql()),
                        of(table),
                        of(target),
                        body("SELECT u.* FROM %s u WHERE u.%s = t.%s"
                                .formatted(
                                        of(target),
                                        column(target, field.targetColumn()),
                                        column(table, field.column()))));
    }

    private String function(Table table, Function function) {
        return "CREATE FUNCTION %s(n integer) RETURNS SETOF %s LANGUAGE sql STABLE AS %s"
                .formatted(
                        ROOTS + "." + function.name(),
                        of(table),
                        body("SELECT u.* FROM %s u WHERE u.%s >= n"
                                .formatted(of(table), column(table, function.column()))));
    }

    private static String body(String sql) {
        return "'" + sql.replace("'", "''") + "'";
    }
}
