package dev.dovetail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.dovetail.demo.ProfilesService;
import dev.dovetail.demo.SqlUserStore;
import dev.dovetail.demo.UsersService;
import dev.dovetail.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/**
 * What README.md and the pages under docs/ tell the reader to type is typed here, page by page on an empty database,
 * and must be answered as the page says. A block marked {@code sh} is a curl command, and the block marked {@code json}
 * after it is its answer, in which any uuid stands for any other; or it calls {@code ./dovetail}, which is started in a
 * shell, and the block marked {@code text} is what that says. Such calls see a copy of the examples; {@code cat} shows
 * a file they made. A block marked {@code graphql} with an answer is for GraphiQL, and asked as that does.
 */
class PagesTest {
    private static final String PROGRAM = "./dovetail ";
    private static final String SHOW = "cat ";
    private static final Path INDEX = Path.of("docs", "README.md");
    private static final Pattern STEP = Pattern.compile(
            "```(sh|graphql)\\n((?:(?!```).)*)\\n```\\s*```(?:json|text)\\n(.*?)\\n```", Pattern.DOTALL);
    private static final Pattern BLOCK = Pattern.compile("```(sh|json|text)\\n");
    private static final Pattern UUID =
            Pattern.compile("\"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\"");

    @TestFactory
    Stream<DynamicTest> pages() throws IOException {
        try (var docs = Files.list(Path.of("..", "docs"))) {
            return Stream.concat(Stream.of(Path.of("..", "README.md")), docs.sorted().toList().stream())
                    .filter(page -> page.toString().endsWith(".md") && !page.endsWith(INDEX))
                    .map(page -> dynamicTest(page.getFileName().toString(), () -> follow(Files.readString(page))));
        }
    }

    private static void follow(String page) throws IOException, InterruptedException {
        var steps = steps(page);
        assertThat(steps).isNotEmpty();
        var databaseUrl = Postgres.freshDatabase();
        try (var store = new SqlUserStore(databaseUrl);
                var users = UsersService.start(0, store);
                var profiles = ProfilesService.start(0);
                var engine = Engine.start(options(page, databaseUrl))) {
            var addresses = new Addresses(Map.of(
                    "localhost:8080", engine.api().baseUrl().substring("http://".length()),
                    "localhost:8081", "127.0.0.1:" + users.port(),
                    "localhost:8082", "127.0.0.1:" + profiles.port()));
            var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "pages")), "page")
                    .toAbsolutePath();
            addresses.copy(Path.of("..", "examples"), folder.resolve("examples"));
            var launcher = Launcher.in(folder);
            for (var step : steps) {
                if (step.isForGraphiql()) {
                    Answers.assertSame(answer(step), engine.api().graphql(step.command()));
                } else {
                    take(step, addresses, folder, launcher);
                }
            }
        }
    }

    /** A page that speaks of permissions on remote schemas tells its reader to switch them on. */
    private static Map<String, String> options(String page, String databaseUrl) {
        var permissions = "HASURA_GRAPHQL_ENABLE_REMOTE_SCHEMA_PERMISSIONS";
        return Map.of(
                "HASURA_GRAPHQL_DATABASE_URL", databaseUrl, permissions, String.valueOf(page.contains(permissions)));
    }

    private static void take(Step step, Addresses addresses, Path folder, Launcher launcher)
            throws IOException, InterruptedException {
        var command = addresses.real(step.command());
        if (command.startsWith(PROGRAM)) {
            var said = launcher.shell(command);
            assertThat(addresses.shown(said.all()).strip()).isEqualTo(step.answer());
            assertThat(said.status()).isZero();
            return;
        }
        if (command.startsWith(SHOW)) {
            var file = folder.resolve(command.substring(SHOW.length()));
            assertThat(addresses.shown(Files.readString(file)).strip()).isEqualTo(step.answer());
            return;
        }
        Answers.assertSame(answer(step), Json.read(addresses.shown(Json.write(Curl.run(command)))));
    }

    private static JsonNode answer(Step step) {
        return Json.read(UUID.matcher(step.answer()).replaceAll("\"<uuid>\""));
    }

    /** The addresses that pages and examples name, and those where the servers of a test really are. */
    private record Addresses(Map<String, String> byShown) {
        String real(String text) {
            var replaced = text;
            for (var address : byShown.entrySet()) {
                replaced = replaced.replace(address.getKey(), address.getValue());
            }
            return replaced;
        }

        String shown(String text) {
            var replaced = text;
            for (var address : byShown.entrySet()) {
                replaced = replaced.replace(address.getValue(), address.getKey());
            }
            return replaced;
        }

        void copy(Path from, Path to) throws IOException {
            try (var walk = Files.walk(from)) {
                for (var file : walk.filter(Files::isRegularFile).toList()) {
                    var copy = to.resolve(from.relativize(file).toString());
                    Files.createDirectories(copy.getParent());
                    Files.writeString(copy, real(Files.readString(file)));
                }
            }
        }
    }

    record Step(String kind, String command, String answer) {
        boolean isForGraphiql() {
            return kind.equals("graphql");
        }
    }

    private static List<Step> steps(String page) {
        var steps = new ArrayList<Step>();
        Matcher found = STEP.matcher(page);
        while (found.find()) {
            steps.add(new Step(found.group(1), found.group(2), found.group(3)));
        }
        assertThat(BLOCK.matcher(page).results().count())
                .as("blocks, each command with its answer")
                .isEqualTo(2L * steps.size()
                        - steps.stream().filter(Step::isForGraphiql).count());
        return steps;
    }
}
