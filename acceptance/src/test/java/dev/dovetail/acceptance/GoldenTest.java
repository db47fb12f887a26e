package dev.dovetail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.dovetail.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * Runs the folders under {@code cases/}. Each area has an engine and a database of its own; before each case the area's
 * {@code data.sql} puts the rows back. {@code -Dgoldens=update} rewrites the answers that differ: read the diff.
 */
class GoldenTest {
    private static final Path CASES = Path.of("cases");
    private static final Pattern WANTED = Pattern.compile(System.getProperty("cases", ".*"));
    private static final boolean UPDATE = System.getProperty("goldens", "check").equals("update");

    @TestFactory
    Stream<DynamicNode> cases() throws IOException {
        try (var areas = Files.list(CASES)) {
            return areas.filter(Files::isDirectory).sorted().toList().stream().flatMap(GoldenTest::area);
        }
    }

    private static Stream<DynamicNode> area(Path folder) {
        var name = folder.getFileName().toString();
        var cases = wanted(folder).toList();
        if (cases.isEmpty()) {
            return Stream.empty();
        }
        var area = new Area(folder);
        var tests = Stream.of(
                        Stream.of(dynamicTest("(set up)", area::open)),
                        cases.stream().map(golden -> dynamicTest(golden.name(), () -> check(area, golden))),
                        Stream.of(dynamicTest("(tear down)", area::close)))
                .flatMap(stream -> stream);
        return Stream.of(dynamicContainer(name, tests));
    }

    private static Stream<GoldenCase> wanted(Path area) {
        try {
            return GoldenCase.of(area).stream()
                    .filter(golden -> WANTED.matcher(area.getFileName() + "/" + golden.name())
                            .find());
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static void check(Area area, GoldenCase golden) throws Exception {
        area.prepare(golden);
        var reply = golden.send(area.api());
        var actual = Json.read(reply.text());
        if (UPDATE && !Answers.same(golden.json("response.json"), actual)) {
            golden.rewrite(actual);
            return;
        }
        Answers.assertSame(golden.name(), golden.json("response.json"), actual);
        assertThat(reply.status()).as("status").isEqualTo(golden.status());
        if (golden.has("handler-received.json")) {
            var received = Json.array();
            List<StubHandler.Received> requests = area.handler().received();
            requests.forEach(request -> received.add(Json.read(request.body())));
            Answers.assertSame(
                    golden.name() + " (what the handler received)", golden.json("handler-received.json"), received);
        }
        if (golden.has("handler-requests.json")) {
            var expected = golden.json("handler-requests.json");
            Answers.assertSame(
                    golden.name() + " (the handler's requests)", expected, requests(area.handler(), expected));
        }
    }

    /**
     * What the handler received, with the headers that the request of the same place in the list is expected to have.
     */
    private static ArrayNode requests(StubHandler handler, JsonNode expected) {
        var requests = Json.array();
        for (var received : handler.received()) {
            var request = requests.addObject().put("method", received.method()).put("path", received.path());
            var headers = request.putObject("headers");
            expected.path(requests.size() - 1)
                    .path("headers")
                    .propertyNames()
                    .forEach(name ->
                            headers.put(name, received.headers().containsKey(name) ? received.header(name) : null));
            request.put("body", received.body());
        }
        return requests;
    }
}
