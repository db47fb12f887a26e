package dev.dovetail.properties;

import dev.dovetail.json.Json;
import dev.dovetail.properties.World.Added;
import dev.dovetail.properties.World.Relationship;
import dev.dovetail.properties.World.Rights;
import dev.dovetail.properties.World.Table;
import dev.dovetail.properties.World.Term;
import java.util.List;
import java.util.SequencedMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A world's metadata, as a user writes them. */
record Metadata(World world) {

    static ObjectNode name(World world, String sql) {
        return Json.object().put("schema", world.schema()).put("name", sql);
    }

    /** The arguments of {@code replace_metadata}. */
    ObjectNode json() {
        var source = Json.object().put("name", "default").put("kind", "postgres");
        source.putObject("configuration")
                .putObject("connection_info")
                .putObject("database_url")
                .put("from_env", "HASURA_GRAPHQL_DATABASE_URL");
        var tables = source.putArray("tables");
        world.tables().forEach(each -> tables.add(table(each)));
        var functions = source.putArray("functions");
        for (var table : world.tables()) {
            for (var each : table.functions()) {
                var function = functions.addObject();
                function.putObject("function").put("schema", Ddl.ROOTS).put("name", each.name());
                function.putObject("configuration").put("custom_name", each.name());
            }
        }
        var metadata = Json.object().put("version", 3);
        metadata.putArray("sources").add(source);
        return metadata;
    }

    private ObjectNode table(Table table) {
        var json = Json.object();
        json.set("table", name(world, table.sql()));
        var configuration = json.putObject("configuration").put("custom_name", table.name());
        configuration.put("group_by", true);
        var columns = configuration.putObject("column_config");
        for (var each : table.columns()) {
            var column = columns.putObject(each.sql()).put("custom_name", each.name());
            if (each.type() == Type.JSONB) {
                column.put("path_comparison", true);
            }
        }
        var objects = json.putArray("object_relationships");
        var arrays = json.putArray("array_relationships");
        table.relationships().forEach(each -> (each.array() ? arrays : objects).add(relationship(table, each)));
        var computed = json.putArray("computed_fields");
        for (var each : table.scalars()) {
            var definition = computed.addObject().put("name", each.name()).putObject("definition");
            definition.set("function", name(world, each.sql()));
            if (each.added() == Added.SESSION) {
                definition.put("session_argument", "s");
            }
        }
        for (var each : table.tableFields()) {
            computed.addObject()
                    .put("name", each.name())
                    .putObject("definition")
                    .set("function", name(world, each.sql()));
        }
        var rights = world.role().on(table.name());
        if (rights != null) {
            permissions(json, table, rights);
        }
        return json;
    }

    private ObjectNode relationship(Table table, Relationship relationship) {
        var target = world.table(relationship.target());
        var json = Json.object().put("name", relationship.name());
        var using = json.putObject("using");
        if (!relationship.byConstraint()) {
            var manual = using.putObject("manual_configuration");
            manual.set("remote_table", name(world, target.sql()));
            var mapping = manual.putObject("column_mapping");
            relationship
                    .pairs()
                    .forEach((own, other) -> mapping.put(
                            table.column(own).sql(), target.column(other).sql()));
        } else if (relationship.array()) {
            var constraint = using.putObject("foreign_key_constraint_on");
            constraint.set("table", name(world, target.sql()));
            constraint.put(
                    "column",
                    target.column(relationship.pairs().firstEntry().getValue()).sql());
        } else {
            using.put(
                    "foreign_key_constraint_on",
                    table.column(relationship.pairs().firstEntry().getKey()).sql());
        }
        return json;
    }

    private void permissions(ObjectNode json, Table table, Rights rights) {
        var select = rights.select();
        if (select != null) {
            var permission = permission(json, "select");
            permission.set("columns", columns(table, select.columns()));
            permission.set("filter", select.filter().stored(world, table));
            permission.put("allow_aggregations", select.aggregations());
            var computed = permission.putArray("computed_fields");
            select.scalars().forEach(computed::add);
            if (select.limit() != null) {
                permission.put("limit", select.limit());
            }
        }
        var insert = rights.insert();
        if (insert != null) {
            var permission = permission(json, "insert");
            permission.set("columns", columns(table, insert.columns()));
            permission.set("check", insert.check().stored(world, table));
            permission.set("set", presets(table, insert.presets()));
        }
        var update = rights.update();
        if (update != null) {
            var permission = permission(json, "update");
            permission.set("columns", columns(table, update.columns()));
            permission.set("filter", update.filter().stored(world, table));
            if (update.check() != null) {
                permission.set("check", update.check().stored(world, table));
            }
            permission.set("set", presets(table, update.presets()));
        }
        if (rights.delete() != null) {
            permission(json, "delete").set("filter", rights.delete().stored(world, table));
        }
    }

    private ObjectNode permission(ObjectNode table, String kind) {
        return table.putArray(kind + "_permissions")
                .addObject()
                .put("role", world.role().name())
                .putObject("permission");
    }

    private static ArrayNode columns(Table table, List<String> names) {
        var columns = Json.array();
        names.forEach(each -> columns.add(table.column(each).sql()));
        return columns;
    }

    private static JsonNode presets(Table table, SequencedMap<String, Term> presets) {
        var set = Json.object();
        presets.forEach((column, term) -> set.set(table.column(column).sql(), Condition.json(term)));
        return set;
    }
}
