package dev.dovetail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dovetail.demo.DemoOptions;
import dev.dovetail.demo.RunningDemo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("CON-01, CON-08: the console, in a real browser against a real engine")
class ConsoleTest {
    private static final String SECRET = "open-sesame-9471";

    @TempDir
    private Path home = Path.of("");

    @BeforeAll
    static void built() {
        ConsoleChecks.requireBuilt();
    }

    @Test
    void its_types_fit() throws Exception {
        assertThat(ConsoleChecks.types()).isEmpty();
    }

    @TestFactory
    List<DynamicTest> its_logic() throws Exception {
        return ConsoleChecks.tests("unit", Map.of());
    }

    @TestFactory
    List<DynamicTest> in_a_browser() throws Exception {
        Files.createDirectories(home.resolve("full"));
        Files.createDirectories(home.resolve("empty"));
        var guard = Map.of(
                "HASURA_GRAPHQL_DATABASE_URL",
                Postgres.freshDatabase(),
                "HASURA_GRAPHQL_ADMIN_SECRET",
                SECRET,
                "HASURA_GRAPHQL_ENABLE_CONSOLE",
                "true",
                "HASURA_GRAPHQL_ENABLE_REMOTE_SCHEMA_PERMISSIONS",
                "true");
        try (var demo = RunningDemo.start(new DemoOptions(0, 0, 0, home.resolve("full"), false, false), Map.of());
                var empty = RunningDemo.start(new DemoOptions(0, 0, 0, home.resolve("empty"), true, false), Map.of());
                var guarded = Engine.start(guard);
                var huge = HugeEngine.start()) {
            var served = guarded.api().get("/console").status() == 200;
            assumeTrue(served || ConsoleChecks.nothingMayBeMissing(), "the server has no console: 'mvn package' first");
            return ConsoleChecks.tests(
                    "browser",
                    Map.of(
                            "DOVETAIL_OPEN", local(demo.engineUrl()),
                            "DOVETAIL_GUARDED", guarded.api().baseUrl(),
                            "DOVETAIL_SECRET", SECRET,
                            "DOVETAIL_EMPTY", local(empty.engineUrl()),
                            "DOVETAIL_USERS", empty.users().url(),
                            "DOVETAIL_PROFILES", empty.profiles().url(),
                            "DOVETAIL_HUGE", huge.api().baseUrl()));
        }
    }

    private static String local(String url) {
        return url.replace("localhost", "127.0.0.1");
    }
}
