package dev.dovetail.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Other programs: where they are, and what they say. */
final class Command {
    private Command() {}

    /** Standard output and error of a program that must succeed. */
    static String output(List<String> words) {
        return output(words, Map.of());
    }

    static String output(List<String> words, Map<String, String> environment) {
        try {
            var builder = new ProcessBuilder(words).redirectErrorStream(true);
            builder.environment().putAll(environment);
            builder.redirectInput(
                    ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
            var process = builder.start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(words.getFirst() + " failed: " + output);
            }
            return output;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }

    /** Throws {@link IllegalStateException}, in words for the user, when it is not there. */
    static Path find(String program, String debianPackage) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(Path::of)
                .map(folder -> folder.resolve(program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> missing(program, debianPackage));
    }

    static IllegalStateException missing(String program, String debianPackage) {
        return new IllegalStateException(
                program + " is not installed, and measuring needs it (Debian: apt-get install " + debianPackage + ")");
    }
}
