package dev.dovetail.command;

import static dev.dovetail.command.Admin.SUCCESS;
import static dev.dovetail.command.Admin.json;
import static dev.dovetail.command.Admin.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.error.ApiException;
import dev.dovetail.json.Json;
import dev.dovetail.name.SourceName;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BulkTest {
    private final Fakes world = new Fakes();
    private final Admin admin = new Admin(world);

    @Test
    @DisplayName("MET-02: a bulk is built and saved once")
    void aBulkIsBuiltAndSavedOnce() {
        world.changes.start();
        world.log.clear();
        var answer =
                world.metadata(json("{'type': 'bulk', 'args': [{'type': 'pg_track_table', 'args': {'table': 'users'}}, "
                        + "{'type': 'pg_track_table', 'args': {'table': 'posts'}}]}"));
        assertThat(Json.write(answer)).isEqualTo("[" + SUCCESS + "," + SUCCESS + "]");
        assertThat(world.log).containsExactly("read default", "save");
    }

    @Test
    @DisplayName("MET-02: a bulk that fails names the command to blame and changes nothing")
    void aBulkThatFailsNamesTheCommandToBlameAndChangesNothing() {
        var refusal = catchThrowableOfType(
                ApiException.class,
                () -> world.metadata(
                        json("{'type': 'bulk', 'args': [{'type': 'pg_track_table', 'args': {'table': 'users'}}, "
                                + "{'type': 'pg_track_table', 'args': {'table': 'x'}}]}")));
        assertThat(text(refusal))
                .isEqualTo("invalid-configuration $.args[1].args "
                        + "Inconsistent object: no such table/view exists in source: \"x\"");
        assertThat(world.version).isEqualTo(1);
        assertThat(world.snapshots
                        .current()
                        .model()
                        .sources()
                        .get(SourceName.DEFAULT)
                        .tables())
                .isEmpty();
    }

    @Test
    void blamesNobodyForATableThatIsNew() {
        world.changes.start();
        world.nextSql = () -> world.table("default", "fresh", "id");
        var refusal = catchThrowableOfType(
                ApiException.class,
                () -> world.handle(
                        MetadataApi.Endpoint.V1_QUERY,
                        json("{'type': 'bulk', 'args': [{'type': 'run_sql', 'args': {'sql': 'create table fresh ()'}}, "
                                + "{'type': 'track_table', 'args': {'name': 'fresh'}}, "
                                + "{'type': 'track_table', 'args': {'name': 'x'}}]}")));
        assertThat(text(refusal)).startsWith("invalid-configuration $.args[2].args ");
        admin.ok("pg_track_table", "{'table': 'fresh'}");
    }

    @Test
    @DisplayName("MET-03: bulk_keep_going answers each failure in its place")
    void keepsGoingWhenAsked() {
        var answer = world.metadata(
                json("{'type': 'bulk_keep_going', 'args': [{'type': 'pg_track_table', 'args': {'table': 'x'}}, "
                        + "{'type': 'pg_track_table', 'args': {'table': 'users'}}]}"));
        assertThat(answer.path(0).path("code").asString("")).isEqualTo("invalid-configuration");
        assertThat(Json.write(answer.path(1))).isEqualTo(SUCCESS);
        assertThat(world.version).isEqualTo(2);
    }

    @Test
    @DisplayName("MET-03: bulk_keep_going keeps going over calls that only read")
    void keepsGoingWhenNothingChanges() {
        var answer = world.metadata(json("{'type': 'bulk_keep_going', 'args': ["
                + "{'type': 'dovetail_get_source', 'args': {'source': 'x'}}, "
                + "{'type': 'dovetail_get_source', 'args': {}}]}"));
        assertThat(answer.path(0).has("code")).isTrue();
        assertThat(answer.path(1).has("resource_version")).isTrue();
    }

    @Test
    @DisplayName("MET-03: bulk_atomic takes every call, answers one success, and changes nothing when a call fails")
    void allOrNothing() {
        var good = """
                {'type': 'bulk_atomic', 'args': [
                  {'type': 'pg_track_table', 'args': {'table': 'users'}},
                  {'type': 'pg_create_select_permission', 'args': {'table': 'users', 'role': 'user',
                    'permission': {'columns': '*', 'filter': {}}}}
                ]}""";
        assertThat(Json.write(world.metadata(json(good)))).isEqualTo(SUCCESS);
        assertThat(world.version).isEqualTo(2);
        var bad = """
                {'type': 'bulk_atomic', 'args': [
                  {'type': 'pg_drop_select_permission', 'args': {'table': 'users', 'role': 'user'}},
                  {'type': 'pg_track_table', 'args': {'table': 'x'}}
                ]}""";
        var refusal = catchThrowableOfType(ApiException.class, () -> world.metadata(json(bad)));
        assertThat(text(refusal)).startsWith("invalid-configuration $.args[1].args ");
        assertThat(world.version).isEqualTo(2);
    }

    @Test
    @DisplayName("MET-03: concurrent_bulk takes only calls that read")
    void concurrentBulkReads() {
        world.changes.start();
        var reads = "{'type': 'concurrent_bulk', 'args': [{'type': 'run_sql', 'args': {'sql': 'select 1', 'read_only': "
                + "true}}]}";
        assertThat(world.handle(MetadataApi.Endpoint.QUERY, json(reads)).isArray())
                .isTrue();
        var writes = "{'type': 'concurrent_bulk', 'args': [{'type': 'run_sql', 'args': {'sql': 'drop table users'}}]}";
        var refusal =
                catchThrowableOfType(ApiException.class, () -> world.handle(MetadataApi.Endpoint.QUERY, json(writes)));
        assertThat(text(refusal)).contains("Only read-only queries are allowed in a concurrent_bulk");
    }

    @Test
    @DisplayName("CON-02: what a bulk reads is all of one version, whatever others change meanwhile")
    void readsOneVersion() {
        world.changes.start();
        world.meanwhile = () -> world.version++;
        var answer = world.metadata(json("{'type': 'bulk', 'args': [{'type': 'dovetail_get_source', 'args': {}}, "
                + "{'type': 'pg_get_native_query', 'args': {}}, {'type': 'dovetail_get_source', 'args': {}}]}"));
        assertThat(answer).hasSize(3);
        assertThat(answer.path(2)).isEqualTo(answer.path(0));
    }

    @Test
    void tracksTheTablesThatCanBe() {
        var answer = world.metadata(
                json("{'type': 'pg_track_tables', 'args': {'tables': [{'table': 'x'}, {'table': 'users'}]}}"));
        assertThat(Json.write(answer))
                .isEqualTo("{\"message\":\"success\",\"warnings\":[{\"code\":\"track-table-failed\",\"message\":"
                        + "\"Inconsistent object: no such table/view exists in source: \\\"x\\\"\","
                        + "\"name\":\"table x in source default\",\"type\":\"table\"}]}");
        admin.refuses(
                "pg_track_tables",
                "{'tables': [{'table': 'users'}]}",
                "invalid-configuration",
                "$.args",
                "all tables failed to track");
    }
}
