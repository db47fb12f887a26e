package dev.dovetail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.dovetail.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/**
 * What Postgres makes of our statements where tables are large: each of the common shapes must be served by an index,
 * the first time and when the statement has been prepared for long and Postgres may have gone over to a generic plan.
 * What counts is how many rows of the large tables are touched when the statement runs.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MillionRowsTest {
    private static final String TABLES = """
            create table team (id int primary key, name text not null);
            create table member (team_id int not null references team (id), person int not null, primary key (team_id, person));
            create index on member (person);
            create table account (id int primary key, team_id int not null references team (id), email text not null unique,
              created timestamptz not null, open boolean not null);
            create table entry (id int primary key, account_id int not null references account (id), amount int not null,
              at timestamptz not null, tags jsonb not null);
            insert into team select i, 't' || i from generate_series(1, 1000) i;
            insert into member select 1 + i % 1000, i / 10 from generate_series(0, 9999) i;
            insert into account select i, 1 + i % 1000, i || '@example.com', timestamptz '2020-01-01' + i * interval '1 second', i % 3 > 0
              from generate_series(1, 100000) i;
            insert into entry select i, 1 + i % 100000, i % 777, timestamptz '2020-01-01' + i * interval '1 second',
              jsonb_build_object('kind', i % 1000) from generate_series(1, 1000000) i;
            create index on account (team_id); create index on account (created, id);
            create index on entry (account_id); create index on entry (at, id); create index on entry using gin (tags);
            analyze""";

    private static final String METADATA = """
            [{"type": "pg_track_tables", "args": {"tables": [
               {"source": "default", "table": "team"}, {"source": "default", "table": "member"},
               {"source": "default", "table": "account"},
               {"source": "default", "table": "entry", "configuration": {"group_by": true}}]}},
             {"type": "pg_create_array_relationship", "args": {"source": "default", "table": "team", "name": "members",
               "using": {"foreign_key_constraint_on": {"table": "member", "column": "team_id"}}}},
             {"type": "pg_create_array_relationship", "args": {"source": "default", "table": "team", "name": "accounts",
               "using": {"foreign_key_constraint_on": {"table": "account", "column": "team_id"}}}},
             {"type": "pg_create_object_relationship", "args": {"source": "default", "table": "account", "name": "team",
               "using": {"foreign_key_constraint_on": "team_id"}}},
             {"type": "pg_create_array_relationship", "args": {"source": "default", "table": "account", "name": "entries",
               "using": {"foreign_key_constraint_on": {"table": "entry", "column": "account_id"}}}},
             {"type": "pg_create_object_relationship", "args": {"source": "default", "table": "entry", "name": "account",
               "using": {"foreign_key_constraint_on": "account_id"}}},
             {"type": "pg_create_select_permission", "args": {"source": "default", "table": "account", "role": "person", "permission": {
               "columns": "*", "filter": {"team": {"members": {"person": {"_eq": "X-Hasura-User-Id"}}}}, "allow_aggregations": true}}},
             {"type": "pg_create_select_permission", "args": {"source": "default", "table": "entry", "role": "person", "permission": {
               "columns": "*", "filter": {"account": {"team": {"members": {"person": {"_eq": "X-Hasura-User-Id"}}}}}, "allow_aggregations": true}}},
             {"type": "pg_create_select_permission", "args": {"source": "default", "table": "account", "role": "staff", "permission": {
               "columns": "*", "filter": {"_exists": {"_table": "member", "_where": {"person": {"_eq": "X-Hasura-User-Id"}}}}}}},
             {"type": "pg_create_select_permission", "args": {"source": "default", "table": "entry", "role": "staff", "permission": {
               "columns": "*", "filter": {"_exists": {"_table": "member", "_where": {"person": {"_eq": "X-Hasura-User-Id"}}}}}}}]""";

    /** Postgres considers a generic plan after five executions. */
    private static final int TIMES = 6;

    private World world;

    /** @param touched rows of the large tables, at most; the answers of all are far smaller than a table */
    private record Shape(String name, String role, int touched, String query) {}

    private static final List<Shape> SHAPES = List.of(
            new Shape("by key", "admin", 1, "{ entry_by_pk(id: 500000) { amount } }"),
            new Shape("by key, as a role", "person", 20, "{ entry_by_pk(id: 500000) { amount } }"),
            new Shape("by unique column", "admin", 1, "{ account(where: {email: {_eq: \"77@example.com\"}}) { id } }"),
            new Shape("by a list of keys", "admin", 3, "{ entry(where: {id: {_in: [1, 500000, 900000]}}) { amount } }"),
            new Shape(
                    "down a foreign key",
                    "admin",
                    1200,
                    "{ team_by_pk(id: 7) { accounts { email entries { amount } } } }"),
            // Postgres may walk the primary key in order and skip other teams' accounts: dearer here, but no scan.
            new Shape(
                    "down a foreign key, a few of each",
                    "admin",
                    6000,
                    "{ team_by_pk(id: 7) { accounts(limit: 5, order_by: {id: asc}) { entries(limit: 2, order_by: {id: desc}) { id } } } }"),
            new Shape(
                    "up a foreign key",
                    "admin",
                    60,
                    "{ entry(limit: 20, order_by: {id: asc}) { amount account { email team { name } } } }"),
            new Shape(
                    "filter through an object",
                    "admin",
                    30,
                    "{ entry(where: {account: {email: {_eq: \"500@example.com\"}}}) { id } }"),
            new Shape(
                    "filter through a list",
                    "admin",
                    30,
                    "{ account(where: {entries: {id: {_in: [5, 6, 7]}}}) { id } }"),
            new Shape(
                    "filter through two relationships",
                    "admin",
                    2500,
                    "{ entry(where: {account: {team: {id: {_eq: 7}}}}) { id } }"),
            new Shape(
                    "next page by key",
                    "admin",
                    20,
                    "{ entry(where: {id: {_gt: 700000}}, order_by: {id: asc}, limit: 20) { id } }"),
            new Shape(
                    "next page, backwards by time",
                    "admin",
                    20,
                    "{ entry(where: {at: {_lt: \"2020-01-05T00:00:00Z\"}}, order_by: [{at: desc}, {id: desc}], limit: 20) { id } }"),
            new Shape(
                    "first page by time, as a role of few rows",
                    "person",
                    50_000,
                    "{ entry(order_by: [{at: desc}, {id: desc}], limit: 20) { id } }"),
            new Shape(
                    "permission over relationships, rows by key",
                    "person",
                    40,
                    "{ account(where: {id: {_in: [1, 2, 3, 4]}}) { email entries(limit: 3) { id } } }"),
            new Shape("permission with _exists, by key", "staff", 1, "{ entry_by_pk(id: 9) { amount } }"),
            new Shape(
                    "permission with _exists, next page",
                    "staff",
                    20,
                    "{ entry(where: {id: {_gt: 5000}}, order_by: {id: asc}, limit: 20) { id } }"),
            new Shape(
                    "aggregate of related rows",
                    "admin",
                    12,
                    "{ account_by_pk(id: 500) { entries_aggregate { aggregate { count sum { amount } } } } }"),
            new Shape(
                    "groups of related rows",
                    "admin",
                    12,
                    "{ account_by_pk(id: 500) { entries_group_by(keys: [amount]) { keys { amount } aggregate { count } } } }"),
            new Shape(
                    "jsonb contains",
                    "admin",
                    2000,
                    "{ entry(where: {tags: {_contains: {kind: 77}}, account_id: {_gt: 0}}) { id } }"));

    @BeforeAll
    void start() throws IOException {
        world = World.start(Map.of());
        world.sql().run(TABLES);
        world.api().metadata("bulk", METADATA);
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @TestFactory
    Stream<DynamicTest> shapes() {
        return SHAPES.stream()
                .flatMap(shape -> Stream.of(0, TIMES)
                        .map(before -> dynamicTest(shape.name() + ", after " + before, () -> check(shape, before))));
    }

    private void check(Shape shape, int before) {
        var plan = plan(shape, before);
        assertThat(touched(plan)).as(plan.toPrettyString()).isLessThanOrEqualTo(shape.touched());
    }

    private JsonNode plan(Shape shape, int before) {
        var question = Json.object().put("statement", true);
        question.putObject("query").put("query", shape.query());
        question.putObject("user").put("x-hasura-role", shape.role()).put("x-hasura-user-id", "42");
        var explained = world.api().succeed("/v1/graphql/explain", question).path(0);
        var arguments = explained
                .path("arguments")
                .valueStream()
                .map(MillionRowsTest::literal)
                .toList();
        var execute = "execute shape" + (arguments.isEmpty() ? "" : "(" + String.join(", ", arguments) + ")");
        return world.sql()
                .last("prepare shape as " + explained.path("statement").stringValue() + "; "
                        + (execute + "; ").repeat(before) + "explain (analyze, format json) " + execute);
    }

    private static String literal(JsonNode argument) {
        if (argument.isArray()) {
            return "array["
                    + String.join(
                            ", ",
                            argument.valueStream().map(MillionRowsTest::literal).toList()) + "]";
        }
        return "'" + argument.asString().replace("'", "''") + "'";
    }

    /** Rows that were looked at in the two large tables, kept or not. */
    private static long touched(JsonNode node) {
        var sum = 0.0;
        var relation = node.path("Relation Name").asString("");
        if (relation.equals("entry") || relation.equals("account")) {
            var each = node.path("Actual Rows").asDouble()
                    + node.path("Rows Removed by Filter").asDouble(0);
            sum += each * node.path("Actual Loops").asDouble();
        }
        for (var child : node) {
            sum += child.isContainer() ? touched(child) : 0;
        }
        return Math.round(sum);
    }
}
