package dev.dovetail.demo;

import dev.dovetail.json.Json;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings an engine to the example's state: the table, the action and its types, the remote schema and the relationship.
 * Only what is missing is created, so what a user has added or changed in the meantime stays.
 */
final class DemoSetup {
    private static final String TABLE = """
            create table if not exists public.users (
              id uuid primary key default gen_random_uuid(),
              name text not null,
              auth0_id text not null
            )""";

    private final String handlerUrl;
    private final String profilesUrl;

    DemoSetup(String handlerUrl, String profilesUrl) {
        this.handlerUrl = handlerUrl;
        this.profilesUrl = profilesUrl;
    }

    /** Idempotent. One request when nothing is missing. */
    void apply(EngineClient engine) {
        var commands = missing(engine.post("/v1/metadata", command("export_metadata", "{}")));
        if (commands.isEmpty()) {
            return;
        }
        engine.post("/v2/query", runSql());
        for (var command : commands) {
            engine.post("/v1/metadata", command);
        }
    }

    /** The commands that the exported metadata lacks, in the order in which they must run. */
    List<ObjectNode> missing(JsonNode metadata) {
        var commands = new ArrayList<ObjectNode>();
        var users = users(metadata);
        if (users.isMissingNode()) {
            commands.add(command("pg_track_table", """
                    {"source": "default", "table": {"schema": "public", "name": "users"}}"""));
        }
        if (named(metadata.path("custom_types").path("objects"), "UserOutput").isMissingNode()) {
            commands.add(command("set_custom_types", customTypes(metadata.path("custom_types"))));
        }
        var action = named(metadata.path("actions"), "createUser");
        if (action.isMissingNode()) {
            commands.add(command("create_action", action()));
        } else if (!action.path("definition").path("handler").asString("").equals(handlerUrl)) {
            commands.add(command("update_action", action()));
        }
        var remote = named(metadata.path("remote_schemas"), "auth0");
        if (remote.isMissingNode()) {
            commands.add(command("add_remote_schema", remoteSchema()));
        } else if (!remote.path("definition").path("url").asString("").equals(profilesUrl)) {
            commands.add(command("update_remote_schema", remoteSchema()));
        }
        if (named(users.path("remote_relationships"), "auth0_profile").isMissingNode()) {
            commands.add(command("pg_create_remote_relationship", """
                    {"source": "default", "table": {"schema": "public", "name": "users"}, "name": "auth0_profile",
                     "definition": {"to_remote_schema": {"remote_schema": "auth0", "lhs_fields": ["auth0_id"],
                       "remote_field": {"auth0_profile": {"arguments": {"auth0_id": "$auth0_id"}}}}}}"""));
        }
        return commands;
    }

    private static ObjectNode runSql() {
        return command("run_sql", Json.object().put("source", "default").put("sql", TABLE));
    }

    /** {@code set_custom_types} replaces all types, so what is there already is sent along. */
    private static ObjectNode customTypes(JsonNode existing) {
        var types = existing instanceof ObjectNode object ? object.deepCopy() : Json.object();
        types.withArray("objects").add(Json.read("""
                {"name": "UserOutput", "fields": [{"name": "id", "type": "uuid!"}],
                 "relationships": [{"name": "user", "type": "object", "source": "default",
                   "remote_table": {"schema": "public", "name": "users"}, "field_mapping": {"id": "id"}}]}"""));
        return types;
    }

    private ObjectNode action() {
        var action = (ObjectNode) Json.read("""
                {"name": "createUser", "definition": {"kind": "synchronous", "type": "mutation", "handler": "",
                 "arguments": [{"name": "name", "type": "String!"}], "output_type": "UserOutput"}}""");
        ((ObjectNode) action.get("definition")).put("handler", handlerUrl);
        return action;
    }

    private ObjectNode remoteSchema() {
        var remote = (ObjectNode) Json.read("""
                {"name": "auth0", "definition": {"url": "", "timeout_seconds": 10}}""");
        ((ObjectNode) remote.get("definition")).put("url", profilesUrl);
        return remote;
    }

    private static JsonNode users(JsonNode metadata) {
        for (var table : named(metadata.path("sources"), "default").path("tables")) {
            var name = table.path("table");
            if (name.path("schema").asString("").equals("public")
                    && name.path("name").asString("").equals("users")) {
                return table;
            }
        }
        return missingNode();
    }

    private static JsonNode named(JsonNode list, String name) {
        for (var entry : list) {
            if (entry.path("name").asString("").equals(name)) {
                return entry;
            }
        }
        return missingNode();
    }

    private static JsonNode missingNode() {
        return Json.object().path("absent");
    }

    private static ObjectNode command(String type, String args) {
        return command(type, Json.read(args));
    }

    private static ObjectNode command(String type, JsonNode args) {
        var command = Json.object().put("type", type);
        command.set("args", args);
        return command;
    }
}
