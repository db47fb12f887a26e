package dev.dovetail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.json.Json;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a short request may cost: what is asked for beyond a bound is refused, what nobody waits for is stopped. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoundsTest {
    private World world;

    @BeforeAll
    void start() throws IOException {
        world = World.start(Map.of("DOVETAIL_MAX_UPDATES", "3", "DOVETAIL_MAX_RELATED_FIELDS", "6"));
        world.api()
                .runSql("create table person (id int primary key, boss int references person, name text);"
                        + "insert into person values (1, 1, 'Ann');"
                        + "create view nap as select pg_sleep(30)::text as nap");
        world.api().metadata("bulk", """
                [{"type": "pg_track_tables", "args": {"tables": [{"source": "default", "table": "person"},
                    {"source": "default", "table": "nap"}]}},
                 {"type": "pg_create_object_relationship", "args": {"source": "default", "table": "person",
                    "name": "up", "using": {"foreign_key_constraint_on": "boss"}}}]""");
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @Test
    @DisplayName("fragments that double are refused before Postgres plans them")
    void related_rows_are_bounded() {
        check(
                "{ person { ...A } } fragment A on person { a: up { ...B } b: up { ...B } } "
                        + "fragment B on person { a: up { id } b: up { id } }",
                """
                {"data":{"person":[{"a":{"a":{"id":1},"b":{"id":1}},"b":{"a":{"id":1},"b":{"id":1}}}]}}""");
        check(
                "{ person { ...A c: up { id } } } fragment A on person { a: up { ...B } b: up { ...B } } "
                        + "fragment B on person { a: up { id } b: up { id } }",
                """
                {"errors":[{"message":"the operation asks for related rows in more than 6 places",\
                "extensions":{"path":"$.selectionSet.person.selectionSet.up","code":"validation-failed"}}]}""");
    }

    @Test
    @DisplayName("MUT-11: the updates of all fields together are bounded")
    void updates_are_bounded() {
        var update = "{where: {id: {_eq: 1}}, _set: {name: \"Bob\"}}";
        check(
                "mutation { update_person_many(updates: [%s, %s, %s]) { affected_rows } }"
                        .formatted(update, update, update),
                """
                {"data":{"update_person_many":[{"affected_rows":1},{"affected_rows":1},{"affected_rows":1}]}}""");
        check(
                "mutation { a: update_person_many(updates: [%s, %s]) { affected_rows } ".formatted(update, update)
                        + "b: update_person_many(updates: [%s, %s]) { affected_rows } }".formatted(update, update),
                """
                {"errors":[{"message":"the operation asks for more than 3 updates",\
                "extensions":{"path":"$.selectionSet.update_person_many.args.updates",\
                "code":"validation-failed"}}]}""");
    }

    @Test
    @DisplayName("more values than a statement takes are no fault of the database")
    void values_are_bounded() {
        var values = IntStream.range(0, 33_000)
                .mapToObj(each -> "{id: {_eq: 1%d _neq: -1%d}}".formatted(each, each))
                .collect(Collectors.joining(" "));
        check("{ person(where: {_or: [" + values + "]}) { id } }", """
                {"errors":[{"message":"the operation needs 66000 values in one statement; Postgres takes 65535",\
                "extensions":{"path":"$","code":"validation-failed"}}]}""");
    }

    @Test
    @DisplayName("MET-17: a data call ends when its client has gone")
    void nobody_s_data_call_is_stopped() throws Exception {
        var body = "{\"type\": \"select\", \"args\": {\"table\": \"nap\", \"columns\": [\"nap\"]}}";
        var address = URI.create(world.api().baseUrl());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            var head = "POST /v1/query HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
            var request = head + "Content-Length: %d\r\n\r\n%s";
            socket.getOutputStream()
                    .write(request.formatted(body.length(), body).getBytes(StandardCharsets.UTF_8));
            await("1");
        }
        await("0");
    }

    /** Until so many naps are under way. */
    private void await(String naps) throws InterruptedException {
        var count = "select count(*) from pg_stat_activity where state = 'active' and query like '%\"nap\"%'"
                + " and pid <> pg_backend_pid()";
        for (var round = 0; round < 100 && !world.sql().one(count).equals(naps); round++) {
            Thread.sleep(50);
        }
        assertThat(world.sql().one(count)).isEqualTo(naps);
    }

    private void check(String request, String answer) {
        assertThat(Json.write(world.api().graphql(request))).isEqualTo(answer);
    }
}
