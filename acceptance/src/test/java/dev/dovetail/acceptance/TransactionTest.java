package dev.dovetail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What of a mutation stays when a part of it fails. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TransactionTest {
    private World world;

    @BeforeAll
    void start() throws IOException {
        world = World.start(Map.of());
        world.api().runSql("create table person (id int primary key, name text)");
        world.api().metadata("bulk", """
                [{"type": "pg_track_table", "args": {"source": "default", "table": "person"}},
                 {"type": "create_action", "args": {"name": "note", "definition": {"type": "mutation", "handler": "{{HANDLER_URL}}/note", "output_type": "String"}}}]""");
    }

    @BeforeEach
    void empty() {
        world.sql().run("truncate person");
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @Test
    void plain_fields_of_a_mutation_stay_or_go_together() {
        check(
                "mutation { a: insert_person_one(object: {id: 1}) { id } b: insert_person_one(object: {id: 1}) { id } }",
                true,
                0);
        check(
                "mutation { a: insert_person_one(object: {id: 1}) { id } b: insert_person_one(object: {id: 2}) { id } }",
                false,
                2);
    }

    @Test
    void rows_of_one_insert_stay_or_go_together() {
        check("mutation { insert_person(objects: [{id: 1}, {id: 2}, {id: 1}]) { affected_rows } }", true, 0);
    }

    @Test
    void beside_an_action_each_field_stands_alone() {
        world.handler().answering(request -> StubHandler.Answer.json(400, "{\"message\": \"no\"}"));
        check(
                "mutation { a: insert_person_one(object: {id: 1}) { id } note b: insert_person_one(object: {id: 2}) { id } }",
                true,
                1);
    }

    @Test
    @DisplayName("QRY-17: queries and mutations run at the isolation level of their source")
    void isolation() {
        world.api()
                .runSql(
                        "create table seen (id serial primary key, level text default current_setting('transaction_isolation'))");
        world.api().runSql("create view level as select current_setting('transaction_isolation') as level");
        world.api().metadata("pg_track_table", "{\"source\": \"default\", \"table\": \"seen\"}");
        world.api().metadata("pg_track_table", "{\"source\": \"default\", \"table\": \"level\"}");
        checkIsolation("read-committed", "read committed");
        checkIsolation("repeatable-read", "repeatable read");
        checkIsolation("serializable", "serializable");
        var wrong = world.api().tryMetadata("pg_update_source", source("snapshot"));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().path("path").asString("")).contains("isolation_level");
    }

    private void checkIsolation(String level, String inPostgres) {
        world.api().metadata("pg_update_source", source(level));
        assertThat(world.api()
                        .graphql("mutation { insert_seen_one(object: {}) { level } }")
                        .at("/data/insert_seen_one/level")
                        .asString(""))
                .isEqualTo(inPostgres);
        var two = world.api()
                .graphql(
                        "mutation { a: insert_seen_one(object: {}) { level } b: insert_seen_one(object: {}) { level } }");
        assertThat(two.at("/data/b/level").asString("")).isEqualTo(inPostgres);
        // Several times: a cached plan takes another way.
        for (var i = 0; i < 3; i++) {
            assertThat(world.api()
                            .graphql("{ level { level } }")
                            .at("/data/level/0/level")
                            .asString(""))
                    .isEqualTo(inPostgres);
        }
        var failed = world.api().graphql("mutation { insert_person_one(object: {id: \"x\"}) { id } }");
        assertThat(failed.at("/errors/0/extensions/code").asString("")).isEqualTo("data-exception");
    }

    private static String source(String level) {
        return """
                {"name": "default", "configuration": {"connection_info": {"database_url": {"from_env": "HASURA_GRAPHQL_DATABASE_URL"}, "isolation_level": "%s"}}}""".formatted(level);
    }

    private void check(String mutation, boolean fails, int rows) {
        assertThat(world.api().graphql(mutation).has("errors")).isEqualTo(fails);
        assertThat(world.sql().one("select count(*) from person")).isEqualTo("" + rows);
    }
}
