package dev.dovetail.planner;

import dev.dovetail.error.ApiException;
import dev.dovetail.graphql.DocumentParser;
import dev.dovetail.json.Json;
import dev.dovetail.operation.Binder;
import dev.dovetail.plan.Plan;
import dev.dovetail.schema.RoleSchema;
import dev.dovetail.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.node.ObjectNode;

/** A case of the golden plans: a folder with a request, its variables and its role, and the plan that comes of them. */
record Golden(Path folder) {
    private static final Path CASES = Path.of("src", "test", "resources", "golden");
    private static final PlannerOptions OPTIONS = new PlannerOptions(false, 1_000_000);

    static List<Golden> all() {
        try (var folders = Files.list(CASES)) {
            return folders.sorted().map(Golden::new).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String name() {
        return folder.getFileName().toString();
    }

    /** Throws what the request does wrong. Every statement is held against {@link PlanCheck}. */
    Plan plan() {
        return plan(schema(), new AtomicInteger());
    }

    /** @param tables counts how many tables the statements name */
    Plan plan(RoleSchema schema, AtomicInteger tables) {
        var document = DocumentParser.parse(read("request.graphql"));
        var binder = new Binder(schema, document, null, variables());
        return new Planner(OPTIONS, (statement, ledger) -> tables.addAndGet(PlanCheck.check(statement, ledger)))
                .plan(binder.bind(), schema);
    }

    RoleSchema schema() {
        return World.schema(read("role.txt").strip());
    }

    ObjectNode variables() {
        return Files.exists(folder.resolve("variables.json"))
                ? (ObjectNode) Json.read(read("variables.json"))
                : Json.object();
    }

    /** The plan as text, or why there is none. */
    String rendered() {
        try {
            return PlanText.of(plan());
        } catch (ApiException refused) {
            return "refused: " + refused.failures() + "\n";
        }
    }

    String expected() {
        return read("plan.txt");
    }

    void update(String plan) {
        try {
            Files.writeString(folder.resolve("plan.txt"), plan);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
