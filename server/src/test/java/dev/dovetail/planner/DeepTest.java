package dev.dovetail.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.graphql.DocumentParser;
import dev.dovetail.json.Json;
import dev.dovetail.operation.Binder;
import dev.dovetail.world.World;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The deepest documents that the parser takes are bound, planned and printed on the stack that the launcher gives. */
class DeepTest {
    private static final long STACK_BYTES = 4 << 20;
    private static final int DEPTH = 490;

    @Test
    void selections() throws InterruptedException {
        check("{ users " + "{ manager ".repeat(DEPTH) + "{ id }" + " }".repeat(DEPTH) + " }", "{}");
    }

    @Test
    void conditions() throws InterruptedException {
        var deep = DEPTH / 2 - 2;
        check(
                "{ users(where: " + "{_and: [{_not: ".repeat(deep / 2) + "{id: {_eq: 1}}" + "}]}".repeat(deep / 2)
                        + ") { id } }",
                "{}");
    }

    @Test
    void conditionsThroughRelationships() throws InterruptedException {
        var deep = DEPTH - 10;
        check("{ users(where: " + "{manager: ".repeat(deep) + "{id: {_eq: 1}}" + "}".repeat(deep) + ") { id } }", "{}");
    }

    @Test
    void orders() throws InterruptedException {
        var deep = DEPTH - 10;
        check("{ users(order_by: " + "{manager: ".repeat(deep) + "{id: asc}" + "}".repeat(deep) + ") { id } }", "{}");
    }

    @Test
    void conditionsInVariables() throws InterruptedException {
        var deep = DEPTH - 10;
        check(
                "query($w: users_bool_exp) { users(where: $w) { id } }",
                "{\"w\": " + "{\"_not\": ".repeat(deep) + "{\"id\": {\"_eq\": 1}}" + "}".repeat(deep) + "}");
    }

    private static void check(String query, String variables) throws InterruptedException {
        var fault = new AtomicReference<@Nullable Throwable>();
        var schema = World.schema("user");
        var thread = new Thread(
                null,
                () -> {
                    try {
                        var given = (tools.jackson.databind.node.ObjectNode) Json.read(variables);
                        var binder = new Binder(schema, DocumentParser.parse(query), null, given);
                        new Planner(new PlannerOptions(false, 1_000)).plan(binder.bind(), schema);
                    } catch (Throwable thrown) {
                        fault.set(thrown);
                    }
                },
                "deep",
                STACK_BYTES);
        thread.start();
        thread.join();
        assertThat(fault.get()).isNull();
    }
}
