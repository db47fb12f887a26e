package dev.dovetail.command;

import static dev.dovetail.command.Admin.json;
import static dev.dovetail.command.Admin.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.error.ApiException;
import dev.dovetail.json.Json;
import dev.dovetail.name.SourceName;
import dev.dovetail.name.TableName;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunSqlTest {
    private final Fakes world = new Fakes();
    private final Admin admin = new Admin(world);

    @Test
    void sqlThatDropsLeavesNothingBehind() {
        admin.setUp();
        world.nextSql =
                () -> world.databases.getOrDefault(SourceName.DEFAULT, Map.of()).remove(TableName.inPublic("users"));
        var refusal = catchThrowableOfType(
                ApiException.class,
                () -> world.query(json("{'type': 'run_sql', 'args': {'sql': 'drop table users'}}")));
        assertThat(text(refusal))
                .isEqualTo("dependency-error $.args cannot drop due to the following dependent objects: "
                        + "permission posts.user.select in source \"default\", "
                        + "relationship posts.author in source \"default\"");
        var answer = world.query(json("{'type': 'run_sql', 'args': {'sql': 'drop table users', 'cascade': true}}"));
        assertThat(Json.write(answer)).isEqualTo("{\"result_type\":\"CommandOk\",\"result\":null}");
        assertThat(world.stored.path("sources").path(0).path("tables")).hasSize(1);
        assertThat(world.snapshots.current().model().inconsistencies()).isEmpty();
    }

    @Test
    void sqlThatRenamesTakesTheMetadataAlong() {
        admin.setUp();
        world.nextSql = () -> world.rename("users", "people", Map.of("id", "key"));
        world.query(json("{'type': 'run_sql', 'args': {'sql': 'alter table users rename …'}}"));
        assertThat(world.snapshots.current().model().inconsistencies()).isEmpty();
        assertThat(Json.write(world.stored))
                .contains("{\"author\":{\"key\":{\"_eq\":\"X-Hasura-User-Id\"}}}")
                .contains("\"table\":{\"name\":\"people\"")
                .doesNotContain("users");
    }

    @Test
    void sqlAnswersRows() {
        world.nextRows = List.of(List.of("a", "b"), Arrays.asList("1", null));
        var answer = world.query(json("{'type': 'run_sql', 'args': {'sql': 'select', 'read_only': true}}"));
        assertThat(Json.write(answer))
                .isEqualTo("{\"result_type\":\"TuplesOk\",\"result\":[[\"a\",\"b\"],[\"1\",\"NULL\"]]}");
        assertThat(world.version).isEqualTo(1);
    }

    @Test
    void seesTablesCreatedByUncheckedSql() {
        world.changes.start();
        world.nextSql = () -> world.table("default", "fresh", "id");
        var answer = world.handle(
                MetadataApi.Endpoint.V1_QUERY,
                json("{'type': 'bulk', 'args': [{'type': 'run_sql', 'args': {'sql': 'create table fresh ()'}}, "
                        + "{'type': 'track_table', 'args': {'schema': 'public', 'name': 'fresh'}}]}"));
        assertThat(answer).hasSize(2);
        assertThat(world.snapshots
                        .current()
                        .model()
                        .sources()
                        .get(SourceName.DEFAULT)
                        .tables())
                .hasSize(1);
    }
}
