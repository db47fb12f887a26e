package dev.dovetail.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.graphql.DocumentParser;
import dev.dovetail.json.Json;
import dev.dovetail.operation.Binder;
import dev.dovetail.plan.Plan;
import dev.dovetail.planner.Planner;
import dev.dovetail.planner.PlannerOptions;
import dev.dovetail.world.World;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Nested inserts against a database that answers rows as it is told. */
class NestedInsertTest {
    private static final String AUTHORS = """
            mutation { insert_users(objects: [
              {name: "ann", posts: {data: [{title: "a"}, {title: "b"}]}}
              {name: "bob"}
              {name: "cid", posts: {data: [{title: "c"}]}}
            ]) { affected_rows returning { name } } }""";

    private final List<String> inserts = new ArrayList<>();
    private int lastId = 10;

    @Test
    @DisplayName("MUT-04: one statement for each level, whatever the number of rows")
    void oneStatementForEachLevel() {
        var databases = database((_, _) -> false);
        run(databases, AUTHORS);
        assertThat(inserts)
                .containsExactly(
                        "users [{name=ann}, {name=bob}, {name=cid}]",
                        "posts [{title=a, author_id=11}, {title=b, author_id=11}, {title=c, author_id=13}]");
        assertThat(databases.journal).filteredOn(each -> each.endsWith("begin")).hasSize(1);
    }

    @Test
    @DisplayName("MUT-03: what a row refers to is inserted first, all of it at once")
    void objectsFirst() {
        run(database((_, _) -> false), """
                mutation { insert_posts(objects: [
                  {title: "a", author: {data: {name: "ann"}}}
                  {title: "b"}
                  {title: "c", author: {data: {name: "bob"}}}
                ]) { affected_rows } }""");
        assertThat(inserts)
                .containsExactly(
                        "users [{name=ann}, {name=bob}]",
                        "posts [{title=a, author_id=11}]",
                        "posts [{title=b}]",
                        "posts [{title=c, author_id=12}]");
    }

    @Test
    @DisplayName("MUT-08: when rows are missing, the transaction is done again row by row")
    void rowByRowWhenRowsAreMissing() {
        var databases = database((table, row) ->
                table.equals("users") && row.path("name").asString().equals("bob"));
        run(databases, AUTHORS);
        assertThat(inserts)
                .containsExactly(
                        "users [{name=ann}, {name=bob}, {name=cid}]",
                        "users [{name=ann}]",
                        "posts [{title=a, author_id=14}, {title=b, author_id=14}]",
                        "users [{name=bob}]",
                        "users [{name=cid}]",
                        "posts [{title=c, author_id=18}]");
        assertThat(databases.journal).filteredOn(each -> each.endsWith("begin")).hasSize(2);
        assertThat(databases.journal)
                .filteredOn(each -> each.endsWith("commit"))
                .hasSize(1);
    }

    @Test
    @DisplayName("MUT-08: a row that was not written has no children")
    void childrenOfNothing() {
        var databases = database((table, row) ->
                table.equals("users") && row.path("name").asString().equals("cid"));
        assertThat(refused(databases, AUTHORS))
                .contains("cannot proceed to insert array relations since insert to table \"users\" affects zero rows")
                .contains("$.selectionSet.insert_users.args.objects[2]");
        assertThat(databases.journal)
                .filteredOn(each -> each.endsWith("commit"))
                .isEmpty();
    }

    @Test
    @DisplayName("MUT-04: only what a row may have caused is tried again")
    void noSecondTryWithoutADatabase() {
        var databases = new FakeDatabases((_, _) -> {
            throw new ApiException(ErrorCode.UNAVAILABLE, Path.ROOT, "gone");
        });
        assertThat(refused(databases, AUTHORS)).contains("gone");
        assertThat(databases.journal).filteredOn(each -> each.endsWith("begin")).hasSize(1);
    }

    @Test
    @DisplayName("MUT-04: however many rows are one parameter")
    void manyRows() {
        var posts = "{\"posts\":["
                + IntStream.range(0, 70_000)
                        .mapToObj(_ -> "{\"title\":\"t\",\"views\":1}")
                        .collect(Collectors.joining(","))
                + "]}";
        var plan = plan("""
                mutation ($posts: [posts_insert_input!]!) {
                  insert_users_one(object: {name: "ann", posts: {data: $posts}}) { id }
                }""", (ObjectNode) Json.read(posts));
        var answer = ExecutorTest.executor(database((_, _) -> false)).run(plan, Calls.of(posts, Map.of()));
        assertThat(answer.failures()).isEmpty();
        assertThat(inserts).hasSize(2);
    }

    /** @param dropped whether a row of a table is silently not written */
    private FakeDatabases database(BiPredicate<String, JsonNode> dropped) {
        return new FakeDatabases((sql, values) -> {
            if (!sql.contains("INSERT INTO")) {
                return "\"told\"";
            }
            var table = sql.replaceAll("(?s).*INSERT INTO \"public\".\"(\\w+)\".*", "$1");
            var given = Json.read(values.getFirst().toString());
            note(table, given);
            var answer = Json.object();
            var rows = answer.putArray("rows");
            given.forEach(row -> {
                lastId++;
                if (!dropped.test(table, row)) {
                    rows.addObject().put("id", String.valueOf(lastId)).put(".row", "(" + lastId + ")");
                }
            });
            answer.put("affected", String.valueOf(rows.size()));
            return Json.write(answer);
        });
    }

    private void note(String table, JsonNode given) {
        var rows = new ArrayList<String>();
        given.forEach(row -> rows.add(row.properties().stream()
                .map(each -> each.getKey() + "=" + each.getValue().asString())
                .toList()
                .toString()
                .replace('[', '{')
                .replace(']', '}')));
        inserts.add(table + " " + rows);
    }

    private static void run(FakeDatabases databases, String mutation) {
        var answer = ExecutorTest.executor(databases).run(plan(mutation), Calls.plain());
        assertThat(answer.failures()).isEmpty();
        assertThat(answer.data()).asString(StandardCharsets.UTF_8).contains("\"told\"");
    }

    private static String refused(FakeDatabases databases, String mutation) {
        var answer = ExecutorTest.executor(databases).run(plan(mutation), Calls.plain());
        assertThat(answer.data()).isNull();
        return answer.failures().toString();
    }

    private static Plan plan(String mutation) {
        return plan(mutation, Json.object());
    }

    private static Plan plan(String mutation, ObjectNode variables) {
        var schema = World.schema("admin");
        var binder = new Binder(schema, DocumentParser.parse(mutation), null, variables);
        return new Planner(new PlannerOptions(false, 1_000_000)).plan(binder.bind(), schema);
    }
}
