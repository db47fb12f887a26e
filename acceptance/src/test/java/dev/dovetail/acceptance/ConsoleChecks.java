package dev.dovetail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.dovetail.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DynamicTest;
import tools.jackson.databind.JsonNode;

/**
 * Runs the console's own tests, which are written in its own language, and hands each of them on as a test of ours: so
 * they count, and fail, like all others.
 */
final class ConsoleChecks {
    private static final Path CONSOLE =
            Path.of("..", "console").toAbsolutePath().normalize();

    /** All of them took 8 minutes on a machine of two cores that was busy with other things, too. */
    private static final int PATIENCE_MINUTES = 15;

    private ConsoleChecks() {}

    /** Whether everything must be checked, so that nothing may be skipped for want of a tool. */
    static boolean nothingMayBeMissing() {
        return "true".equals(System.getenv("CI"));
    }

    /** Skips where the console was not built, as after {@code mvn test}, which stops short of packages. */
    static void requireBuilt() {
        var built = Files.isDirectory(CONSOLE.resolve("node_modules/vitest"));
        assumeTrue(built || nothingMayBeMissing(), "the console's libraries are not there: 'mvn package' brings them");
    }

    /** The type checker; it says nothing when all is well. */
    static String types() throws IOException, InterruptedException {
        var output = Files.createTempFile("tsc", ".log");
        run(output, Map.of(), "node_modules/typescript/bin/tsc", "--pretty", "false");
        return Files.readString(output);
    }

    /** One test for each of theirs, with its outcome. */
    static List<DynamicTest> tests(String project, Map<String, String> environment)
            throws IOException, InterruptedException {
        var output = Files.createTempFile("vitest", ".log");
        var report = Files.createTempFile("vitest", ".json");
        run(
                output,
                environment,
                "node_modules/vitest/vitest.mjs",
                "run",
                "--project",
                project,
                "--reporter=json",
                "--outputFile=" + report);
        var said = Files.readString(output);
        assertThat(report).as("what vitest said:\n" + said).isNotEmptyFile();
        var tests = new ArrayList<DynamicTest>();
        for (var file : Json.read(Files.readString(report)).path("testResults")) {
            // A file that does not load has a message and no tests
            var name = Path.of(file.path("name").asString("")).getFileName();
            var broken = file.path("assertionResults").isEmpty();
            tests.add(dynamicTest(
                    name + " loads",
                    () -> assertThat(broken)
                            .as(file.path("message").asString("") + said)
                            .isFalse()));
            for (var test : file.path("assertionResults")) {
                tests.add(dynamicTest(test.path("fullName").asString(""), () -> pass(test)));
            }
        }
        assertThat(tests).as("tests of " + project + "; vitest said:\n" + said).isNotEmpty();
        return tests;
    }

    private static void pass(JsonNode test) {
        var status = test.path("status").asString("");
        assumeTrue(
                !status.equals("skipped") || nothingMayBeMissing(),
                "no Chromium on this machine: install one, or name it in the variable CHROMIUM");
        var reasons = new ArrayList<String>();
        test.path("failureMessages").forEach(reason -> reasons.add(reason.asString("")));
        assertThat(status).as(String.join("\n", reasons)).isEqualTo("passed");
    }

    private static void run(Path output, Map<String, String> environment, String... words)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("node"));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command)
                .directory(CONSOLE.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("NO_COLOR", "1");
        builder.environment().putAll(environment);
        var process = builder.start();
        try {
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                throw new AssertionError("still running: " + command + "\n" + Files.readString(output));
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
