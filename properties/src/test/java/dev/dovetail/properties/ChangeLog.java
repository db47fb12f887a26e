package dev.dovetail.properties;

import dev.dovetail.json.Json;
import dev.dovetail.properties.World.Data;
import dev.dovetail.properties.World.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What really changed, as triggers of the database saw it. */
final class ChangeLog {
    private ChangeLog() {}

    /**
     * @param statement differs between statements
     * @param before null for an insert
     * @param after null for a delete
     */
    record Change(
            String statement,
            Table table,
            @Nullable Row before,
            @Nullable Row after) {}

    static String create(World world) {
        var ddl = new Ddl(world);
        var sql = new StringBuilder("CREATE TABLE " + Ddl.ROOTS + ".log"
                + " (n serial, s timestamptz DEFAULT statement_timestamp(), t text, o jsonb, n2 jsonb);\n"
                + "CREATE FUNCTION " + Ddl.ROOTS + ".note() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO "
                + Ddl.ROOTS + ".log(t, o, n2) VALUES (TG_ARGV[0], to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL; END';\n");
        for (var table : world.tables()) {
            if (table.view() == null) {
                sql.append(
                        "CREATE TRIGGER note AFTER INSERT OR UPDATE OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION %s;\n"
                                .formatted(ddl.of(table), Ddl.ROOTS + ".note('" + table.name() + "')"));
            }
        }
        return sql.toString();
    }

    /** All changes since the last call, in their order. */
    static List<Change> take(Bench bench, World world) {
        var changes = new ArrayList<Change>();
        for (var row : bench.rows(
                "WITH d AS (DELETE FROM " + Ddl.ROOTS + ".log RETURNING *) SELECT s, t, o, n2 FROM d ORDER BY n")) {
            var table = world.table(Objects.requireNonNull(row.get(1)));
            changes.add(new Change(
                    Objects.requireNonNull(row.get(0)), table, read(table, row.get(2)), read(table, row.get(3))));
        }
        return changes;
    }

    private static @Nullable Row read(Table table, @Nullable String json) {
        if (json == null) {
            return null;
        }
        var node = Json.read(json);
        var values = new LinkedHashMap<String, @Nullable Object>();
        table.columns().forEach(each -> values.put(each.name(), value(each.type(), node.get(each.sql()))));
        return new Row(values);
    }

    private static @Nullable Object value(Type type, JsonNode json) {
        if (type == Type.JSONB && !json.isNull()) {
            return json;
        }
        return switch (json.getNodeType()) {
            case NULL -> null;
            case NUMBER -> json.decimalValue();
            case BOOLEAN -> json.booleanValue();
            default -> json.stringValue();
        };
    }

    /** The rows after these changes of one statement. */
    static Data apply(World world, Data data, List<Change> changes) {
        var rows = new LinkedHashMap<String, List<Row>>();
        world.tables().stream()
                .filter(each -> each.view() == null)
                .forEach(each -> rows.put(each.name(), new ArrayList<>(data.of(each.name()))));
        // First all that went, since a row may take another's key.
        for (var change : changes) {
            var before = change.before();
            if (before != null) {
                Objects.requireNonNull(rows.get(change.table().name()))
                        .removeIf(each -> sameKey(change.table(), each, before));
            }
        }
        for (var change : changes) {
            if (change.after() != null) {
                Objects.requireNonNull(rows.get(change.table().name())).add(change.after());
            }
        }
        return DataGenerator.withViews(world, rows);
    }

    static boolean sameKey(Table table, Row one, Row other) {
        return table.key().stream().allMatch(each -> Operator.EQ.of(one.get(each), other.get(each)) == Truth.TRUE);
    }
}
