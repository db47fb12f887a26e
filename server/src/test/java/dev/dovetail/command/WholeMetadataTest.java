package dev.dovetail.command;

import static dev.dovetail.command.Admin.SUCCESS;
import static dev.dovetail.command.Admin.json;
import static dev.dovetail.command.Admin.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.error.ApiException;
import dev.dovetail.json.Json;
import dev.dovetail.name.SourceName;
import dev.dovetail.name.TableName;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WholeMetadataTest {
    private final Fakes world = new Fakes();
    private final Admin admin = new Admin(world);

    @Test
    void locksOptimistically() {
        var refusal = catchThrowableOfType(
                ApiException.class,
                () -> world.metadata(
                        json("{'type': 'pg_track_table', 'args': {'table': 'users'}, 'resource_version': 7}")));
        assertThat(text(refusal))
                .isEqualTo("conflict $ metadata resource version referenced (7) did not match current version");
        world.metadata(json("{'type': 'pg_track_table', 'args': {'table': 'users'}, 'resource_version': 1}"));
        assertThat(world.version).isEqualTo(2);
    }

    @Test
    void takesOverWhatAnotherInstanceSaved() {
        admin.ok("pg_track_table", "{'table': 'users'}");
        world.stored = Json.read(Json.write(world.stored).replace("users", "posts"));
        world.version = 9;
        var exported = world.metadata(json("{'type': 'export_metadata', 'version': 2, 'args': {}}"));
        assertThat(exported.path("resource_version").intValue()).isEqualTo(9);
        assertThat(Json.write(exported)).contains("posts").doesNotContain("users");
    }

    @Test
    void replacesAndClears() {
        var tracked = Json.write(world.stored).replace("\"tables\":[]", "\"tables\":[{\"table\":\"users\"}]");
        var answer = world.metadata("{\"type\":\"replace_metadata\",\"args\":" + tracked + "}");
        assertThat(Json.write(answer)).isEqualTo(SUCCESS);
        var broken = tracked.replace("users", "gone");
        admin.refuses(
                "replace_metadata", broken, "unexpected", "$.args", "cannot continue due to inconsistent metadata");
        var allowed = world.metadata("{\"type\":\"replace_metadata\",\"version\":2,\"args\":"
                + "{\"allow_inconsistent_metadata\":true,\"metadata\":" + broken + "}}");
        assertThat(allowed.path("is_consistent").booleanValue()).isFalse();
        assertThat(Json.write(allowed.path("inconsistent_objects").path(0)))
                .isEqualTo("{\"definition\":{\"schema\":\"public\",\"name\":\"gone\"},"
                        + "\"name\":\"table gone in source default\",\"reason\":\"Inconsistent object: "
                        + "no such table/view exists in source: \\\"gone\\\"\",\"type\":\"table\"}");
        assertThat(world.metadata(json("{'type': 'get_inconsistent_metadata', 'args': {}}"))
                        .path("inconsistent_objects"))
                .hasSize(1);
        admin.ok("drop_inconsistent_metadata", "{}");
        assertThat(Json.write(world.stored)).doesNotContain("gone");
        admin.ok("pg_track_table", "{'table': 'users'}");
        admin.ok("clear_metadata", "{}");
        assertThat(world.stored.path("sources").path(0).path("tables")).isEmpty();
    }

    @Test
    void takesMetadataWithoutSources() {
        var answer = world.metadata(json("{'type': 'replace_metadata', 'args': {'version': 2, 'tables': "
                + "[{'table': {'schema': 'public', 'name': 'users'}}]}}"));
        assertThat(Json.write(answer)).isEqualTo(SUCCESS);
        assertThat(world.stored.path("sources").path(0).path("tables")).hasSize(1);
    }

    @Test
    void anotherFaultStandsInNobodysWay() {
        admin.ok("pg_track_table", "{'table': 'users'}");
        world.databases.getOrDefault(SourceName.DEFAULT, Map.of()).remove(TableName.inPublic("users"));
        var reloaded = world.metadata(json("{'type': 'reload_metadata', 'args': {}}"));
        assertThat(reloaded.path("is_consistent").booleanValue()).isFalse();
        admin.ok("pg_track_table", "{'table': 'posts'}");
    }

    @Test
    void startsWithoutADatabaseAndHeals() {
        var database = world.databases.remove(SourceName.DEFAULT);
        world.changes.start();
        assertThat(world.snapshots.current().model().inconsistencies()).hasSize(1);
        world.changes.heal();
        assertThat(world.changes.isInconsistent()).isTrue();
        world.databases.put(SourceName.DEFAULT, database == null ? Map.of() : database);
        world.changes.heal();
        assertThat(world.changes.isInconsistent()).isFalse();
        assertThat(world.snapshots.current().model().inconsistencies()).isEmpty();
    }

    @Test
    void keepsServingAndWritesNothingWhileTheStoreIsDown() {
        admin.ok("pg_track_table", "{'table': 'users'}");
        world.storeIsDown = true;
        admin.refuses("pg_track_table", "{'table': 'posts'}", "unavailable", "$", "store is down");
        assertThat(world.snapshots.current().version()).isEqualTo(2);
        world.storeIsDown = false;
        admin.ok("pg_track_table", "{'table': 'posts'}");
    }
}
