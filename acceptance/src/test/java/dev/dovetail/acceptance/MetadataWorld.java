package dev.dovetail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.json.Json;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import tools.jackson.databind.JsonNode;

/**
 * An engine with a bit of every kind of metadata, for a whole class of tests: each of them begins with that. To be
 * registered in a field, with one instance of the class for all its tests.
 */
final class MetadataWorld implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
    private @Nullable World world;
    private @Nullable JsonNode base;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        var world = World.start(Map.of());
        this.world = world;
        world.api().runSql("""
                create table author (id serial primary key, name text not null unique);
                create table article (id serial primary key, title text, author_id int references author (id));
                create table untracked (id int primary key);
                insert into author (name) values ('Ann')""");
        world.api().metadata("bulk", """
                [{"type": "pg_track_table", "args": {"source": "default", "table": "author"}},
                 {"type": "pg_track_table", "args": {"source": "default", "table": {"schema": "public", "name": "article"}}},
                 {"type": "pg_create_object_relationship", "args": {"source": "default", "table": "article", "name": "author", "using": {"foreign_key_constraint_on": "author_id"}}},
                 {"type": "pg_create_select_permission", "args": {"source": "default", "table": "author", "role": "user", "permission": {"columns": ["id"], "filter": {"id": {"_eq": "X-Hasura-User-Id"}}}}},
                 {"type": "set_custom_types", "args": {"objects": [{"name": "Out", "fields": [{"name": "id", "type": "Int!"}], "relationships": [{"name": "author", "type": "object", "remote_table": "author", "field_mapping": {"id": "id"}}]}]}},
                 {"type": "create_action", "args": {"name": "act", "definition": {"handler": "{{HANDLER_URL}}/act", "type": "query", "output_type": "Out"}}},
                 {"type": "add_remote_schema", "args": {"name": "auth0", "definition": {"url_from_env": "PROFILES_URL"}}}]""");
        base = export();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        restore();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (world != null) {
            world.close();
        }
    }

    void restore() {
        replace(base());
    }

    World world() {
        return Objects.requireNonNull(world);
    }

    JsonNode base() {
        return Objects.requireNonNull(base);
    }

    Api api() {
        return world().api();
    }

    JsonNode export() {
        return api().metadata("export_metadata", "{}");
    }

    void replace(JsonNode metadata) {
        api().metadata("replace_metadata", Json.write(metadata));
    }

    static void success(JsonNode answer) {
        assertThat(answer).isEqualTo(Json.read("{\"message\": \"success\"}"));
    }

    void refused(String type, String args, String code, String path) {
        refused(type, args, code, path, "");
    }

    /** The command is refused with this code and path, and neither the metadata nor what is served has changed. */
    void refused(String type, String args, String code, String path, String message) {
        var reply = api().tryMetadata(type, args);
        var seen = new LinkedHashMap<String, Object>();
        seen.put("status", reply.status());
        seen.put("code", reply.json().path("code").asString(""));
        seen.put("path", reply.json().path("path").asString(""));
        assertThat(seen)
                .as(type + " " + args + " -> " + reply.text())
                .isEqualTo(Map.of("status", 400, "code", code, "path", path));
        assertThat(reply.json().path("error").asString(""))
                .as(type + " " + args)
                .isNotEmpty();
        if (!message.isEmpty()) {
            assertThat(reply.json().path("error").asString("")).isEqualTo(message);
        }
        assertThat(export()).as("metadata after " + type).isEqualTo(base());
        Answers.assertSame(
                Json.read("{\"data\": {\"author\": [{\"name\": \"Ann\"}]}}"), api().graphql("{ author { name } }"));
    }
}
