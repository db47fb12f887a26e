package dev.dovetail.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.error.Failure;
import dev.dovetail.execute.ActionRunner;
import dev.dovetail.execute.Caller;
import dev.dovetail.execute.Executor;
import dev.dovetail.execute.FakeDatabases;
import dev.dovetail.execute.FakeHttp;
import dev.dovetail.execute.Http;
import dev.dovetail.execute.HttpFailure;
import dev.dovetail.execute.RemoteRunner;
import dev.dovetail.json.Json;
import dev.dovetail.name.RoleName;
import dev.dovetail.observe.Observer;
import dev.dovetail.planner.Planner;
import dev.dovetail.planner.PlannerOptions;
import dev.dovetail.session.Session;
import dev.dovetail.snapshot.Snapshot;
import dev.dovetail.snapshot.Snapshots;
import dev.dovetail.world.World;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Plans are shared between requests, and must never be shared too widely: an engine whose cache is warm with all kinds
 * of requests runs the same statements with the same values as one that sees each request first.
 */
class PlanSharingTest {
    private static final String LIMITED =
            "query($n: Int = 3, $w: String) { posts(limit: $n, where: {title: {_eq: $w}}) { id } }";
    private static final String ORDERED = "query($o: order_by = desc) { posts(order_by: {id: $o}) { id } }";
    private static final String CHOSEN = "query($b: Boolean!) { posts { id title @include(if: $b) } }";
    private static final String LISTED = "query($l: [Int!]) { posts(where: {id: {_in: $l}}) { id } }";
    private static final String FILTERED = "query($f: posts_bool_exp!) { posts(where: $f) { id } }";
    private static final String INSERTED =
            "mutation($a: String!) { insert_posts(objects: [{title: $a}, {title: $a}]) { affected_rows } }";

    private static final String REGISTERED = "mutation($n: String!) { register(name: $n) { title } }";
    private static final String WEATHER = "query($c: String!, $d: Int) { weather(city: $c, day: $d) { degrees } }";
    private static final String JOINED =
            "query($n: Int, $d: Int) { users(limit: $n) { name weather(day: $d) { degrees } } }";
    private static final String TYPED = "query($t: String!) { __type(name: $t) { name } }";

    /** What the database answers, whatever it is asked; the key is {@link #JOINED}'s. */
    private static final String USERS = """
            {"users": [{"name": "ann", "weather": null, ".name": "ann"}]}""";

    /** A request as a role sends it. */
    private record Sent(String role, String query, String variables) {}

    private static final List<Sent> REQUESTS = List.of(
            new Sent("user", LIMITED, "{\"w\": \"x\"}"),
            new Sent("user", LIMITED, "{\"w\": \"y\", \"n\": 5}"),
            new Sent("user", LIMITED, "{\"n\": 7, \"w\": \"z\"}"),
            new Sent("user", LIMITED, "{\"n\": null, \"w\": \"z\"}"),
            new Sent("user", LIMITED, "{\"n\": \"7\", \"w\": \"z\"}"),
            new Sent("user", LIMITED, "{\"n\": 7, \"w\": null}"),
            new Sent("user", LIMITED, "{\"n\": 7}"),
            new Sent("user", LIMITED, "{\"w\": \"x\", \"more\": 1}"),
            new Sent("user", LIMITED, "{\"n\\\":d;\\\"w\": \"x\"}"),
            new Sent("user", LIMITED, "{\"n:s;w\": \"x\"}"),
            new Sent("admin", LIMITED, "{\"w\": \"x\"}"),
            new Sent("reader", LIMITED, "{\"w\": \"x\"}"),
            new Sent("nobody", LIMITED, "{\"w\": \"x\"}"),
            new Sent("user", ORDERED, "{}"),
            new Sent("user", ORDERED, "{\"o\": \"asc\"}"),
            new Sent("user", ORDERED, "{\"o\": \"desc\"}"),
            new Sent("user", ORDERED, "{\"o\": \"up\"}"),
            new Sent("user", ORDERED, "{\"o\": null}"),
            new Sent("user", CHOSEN, "{\"b\": true}"),
            new Sent("user", CHOSEN, "{\"b\": false}"),
            new Sent("user", CHOSEN, "{\"b\": \"true\"}"),
            new Sent("reader", CHOSEN, "{\"b\": true}"),
            new Sent("user", LISTED, "{\"l\": [1]}"),
            new Sent("user", LISTED, "{\"l\": [1, 2, 3]}"),
            new Sent("user", LISTED, "{\"l\": []}"),
            new Sent("user", LISTED, "{\"l\": 4}"),
            new Sent("user", LISTED, "{\"l\": [null]}"),
            new Sent("user", LISTED, "{\"l\": null}"),
            new Sent("user", LISTED, "{}"),
            new Sent("user", FILTERED, "{\"f\": {\"id\": {\"_eq\": 1}}}"),
            new Sent("user", FILTERED, "{\"f\": {\"title\": {\"_eq\": \"t\"}}}"),
            new Sent("user", FILTERED, "{\"f\": {}}"),
            new Sent("admin", INSERTED, "{\"a\": \"t\"}"),
            new Sent("admin", INSERTED, "{\"a\": \"u\"}"),
            new Sent("admin", INSERTED, "{\"a\": {}}"),
            new Sent("user", REGISTERED, "{\"n\": \"ann\"}"),
            new Sent("user", REGISTERED, "{\"n\": \"bob\"}"),
            new Sent("user", REGISTERED, "{\"n\": \"cid\"}"),
            new Sent("user", REGISTERED, "{\"n\": 7}"),
            new Sent("user", REGISTERED, "{\"n\": null}"),
            new Sent("nobody", REGISTERED, "{\"n\": \"ann\"}"),
            new Sent("user", "mutation { register(name: \"ann\") { title } }", "{}"),
            new Sent("user", "mutation { register(name: \"bob\") { title } }", "{}"),
            new Sent("admin", WEATHER, "{\"c\": \"Rome\", \"d\": 1}"),
            new Sent("admin", WEATHER, "{\"c\": \"Oslo\", \"d\": 2}"),
            new Sent("admin", WEATHER, "{\"c\": \"Oslo\"}"),
            new Sent("admin", WEATHER, "{\"c\": \"Oslo\", \"d\": 2.5}"),
            new Sent("admin", JOINED, "{\"n\": 1, \"d\": 1}"),
            new Sent("admin", JOINED, "{\"n\": 2, \"d\": 2}"),
            new Sent("admin", JOINED, "{\"n\": 3000000000, \"d\": 2}"),
            new Sent("admin", JOINED, "{\"n\": 2}"),
            new Sent("admin", TYPED, "{\"t\": \"users\"}"),
            new Sent("admin", TYPED, "{\"t\": \"posts\"}"),
            new Sent("admin", TYPED, "{\"t\": \"no\"}"),
            new Sent("reader", "{ posts { id } users { id } }", "{}"),
            new Sent("user", "{ posts { id } users { id } }", "{}"),
            new Sent("admin", "{ posts { id } users { id } }", "{}"));

    @Test
    void aWarmCacheAnswersAsAnEmptyOne() throws Exception {
        var expected = new LinkedHashMap<Sent, String>();
        for (var request : REQUESTS) {
            expected.put(request, new Engine().ask(request));
        }
        var random = new Random(7);
        var warm = new Engine();
        var shuffled = new ArrayList<Sent>();
        for (var i = 0; i < 12; i++) {
            shuffled.addAll(REQUESTS);
        }
        Collections.shuffle(shuffled, random);
        for (var request : shuffled) {
            assertThat(warm.ask(request)).as(request.toString()).isEqualTo(expected.get(request));
        }
    }

    @Test
    void rolesOfOneTextRunDifferentStatements() throws Exception {
        var engine = new Engine();
        var query = "{ posts { id } }";
        var texts = List.of("user", "reader", "admin").stream()
                .map(role -> engine.asked(role, query))
                .toList();
        assertThat(texts).doesNotHaveDuplicates();
        assertThat(texts.get(0)).contains("author_id").contains("[7]");
        assertThat(texts.get(2)).doesNotContain("WHERE (");
    }

    @Test
    void aNewSnapshotForgetsThePlans() throws Exception {
        var engine = new Engine();
        var request = new Sent("reader", "{ posts { id } }", "{}");
        var before = engine.ask(request);
        assertThat(engine.ask(request)).isEqualTo(before);
        var metadata = World.metadata();
        var posts = metadata.at("/sources/0/tables/2/select_permissions/1/permission");
        ((tools.jackson.databind.node.ObjectNode) posts).set("filter", Json.read("{\"id\": {\"_gt\": 100}}"));
        engine.publish(2, metadata);
        assertThat(engine.ask(request)).isNotEqualTo(before).contains("'100'");
    }

    /** A pipeline whose database answers nothing but keeps what was asked of it. */
    private static final class Engine {
        private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
        private final Snapshots snapshots = new Snapshots();
        private final Pipeline pipeline;

        Engine() {
            publish(1, World.metadata());
            var databases = new FakeDatabases((sql, values) -> {
                asked.add(sql + shown(values));
                return USERS;
            });
            var caller = new Caller(
                    new FakeHttp(request -> {
                        var body = new String(request.body(), StandardCharsets.UTF_8);
                        asked.add(body);
                        return answer(body);
                    }),
                    Observer.NONE);
            pipeline = new Pipeline(
                    snapshots,
                    new Planner(new PlannerOptions(false, 1_000)),
                    new Executor(databases, new ActionRunner(caller, false), new RemoteRunner(caller)),
                    (failures, _) -> {
                        var errors = Json.array();
                        failures.forEach(each -> errors.add(told(each)));
                        return errors;
                    },
                    RequestLimits.DEFAULT);
        }

        /** As {@link #REGISTERED}, {@link #WEATHER} and {@link #JOINED} are answered. */
        private static Http.Response answer(String asked) {
            if (asked.contains("bob")) {
                return response(400, "{\"message\": \"no bob\", \"code\": \"nobody\"}");
            }
            if (asked.contains("ann")) {
                return response(200, "{\"title\": \"ann's\", \"data\": {\"_0\": {\"degrees\": 3}}}");
            }
            if (asked.contains("Rome")) {
                return response(200, "{\"data\": {\"weather\": {\"degrees\": 30}}}");
            }
            throw new HttpFailure(HttpFailure.Kind.CONNECTION_FAILURE);
        }

        private static Http.Response response(int status, String body) {
            return new Http.Response(status, List.of(), body.getBytes(StandardCharsets.UTF_8));
        }

        void publish(long version, JsonNode metadata) {
            snapshots.publish(Snapshot.of(version, World.decode(metadata), World.model(metadata, around -> around)));
        }

        /** What was asked of the database, then what was answered. */
        String ask(Sent request) throws Exception {
            asked.clear();
            var body = "{\"query\": " + Json.write(Json.string(request.query())) + ", \"variables\": "
                    + request.variables() + "}";
            var session = Session.of(new RoleName(request.role()), Map.of("x-hasura-user-id", "7"));
            var call =
                    new GraphqlCall(session, body.getBytes(StandardCharsets.UTF_8), new LinkedHashMap<>(), "request-1");
            var answer = pipeline.answer(call).toCompletableFuture().get();
            return String.join("\n", asked) + "\n" + new String(answer.body(), StandardCharsets.UTF_8);
        }

        String asked(String role, String query) {
            try {
                return ask(new Sent(role, query, "{}"));
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        }

        private static String told(Failure failure) {
            return failure instanceof Failure.Own own ? own.path() + ": " + own.message() : failure.toString();
        }

        private static String shown(List<@Nullable Object> values) {
            return values.stream()
                    .map(each -> each instanceof Object[] list ? Arrays.toString(list) : String.valueOf(each))
                    .toList()
                    .toString();
        }
    }
}
