package dev.dovetail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Requests that are right but unusual: names like our own aliases, rows that are not there, very long selections. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OddRequestTest {
    private World world;

    @BeforeAll
    void start() throws IOException {
        world = World.start(Map.of());
        world.api()
                .runSql("create table odd (_0 int primary key, _1 int, _2 int references odd);"
                        + "insert into odd values (1, 2, 1)");
        world.api().metadata("bulk", """
                [{"type": "pg_track_table", "args": {"source": "default", "table": "odd"}},
                 {"type": "pg_create_object_relationship", "args": {"source": "default", "table": "odd", "name": "up", "using": {"foreign_key_constraint_on": "_2"}}}]""");
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @Test
    void names_like_the_aliases_of_our_statements_mean_what_the_client_means() {
        check("{ _1: odd { _0 _1 _2 _3: _0 up { _1: _0 _2: _1 } } }", """
                {"data":{"_1":[{"_0":1,"_1":2,"_2":1,"_3":1,"up":{"_1":1,"_2":2}}]}}""");
        check("{ _2: odd_aggregate { _1: aggregate { _1: count } _2: nodes { _1 } } }", """
                {"data":{"_2":{"_1":{"_1":1},"_2":[{"_1":2}]}}}""");
        check(
                "mutation { update_odd(where: {}, _set: {_1: 2}) { _1: affected_rows _0: returning { _2: _0 up { _1 } } } }",
                """
                {"data":{"update_odd":{"_1":1,"_0":[{"_2":1,"up":{"_1":2}}]}}}""");
    }

    @Test
    void a_row_by_its_key_is_null_when_it_is_not_there() {
        check(
                "mutation { update_odd_by_pk(pk_columns: {_0: 9}, _set: {_1: 3}) { _0 } delete_odd_by_pk(_0: 9) { _0 } }",
                """
                {"data":{"update_odd_by_pk":null,"delete_odd_by_pk":null}}""");
        check("mutation { update_odd_by_pk(pk_columns: {_0: 9}, _set: {_1: 3}) { up { _0 } } }", """
                {"data":{"update_odd_by_pk":null}}""");
    }

    @Test
    void related_rows_are_told_without_a_count() {
        check("mutation { update_odd_by_pk(pk_columns: {_0: 1}, _set: {_1: 2}) { up { _0 } } }", """
                {"data":{"update_odd_by_pk":{"up":{"_0":1}}}}""");
        check("mutation { update_odd(where: {}, _set: {_1: 2}) { returning { up { _0 } } } }", """
                {"data":{"update_odd":{"returning":[{"up":{"_0":1}}]}}}""");
    }

    @Test
    void thousands_of_fields_are_answered() {
        check(
                "{ odd { " + joined("a%d: _0", " ") + " } }",
                "{\"data\":{\"odd\":[{" + joined("\"a%d\":1", ",") + "}]}}");
    }

    private static String joined(String each, String separator) {
        return IntStream.range(0, 5_000).mapToObj(each::formatted).collect(Collectors.joining(separator));
    }

    private void check(String request, String answer) {
        assertThat(world.api().graphql(request).toString()).isEqualTo(answer);
    }
}
