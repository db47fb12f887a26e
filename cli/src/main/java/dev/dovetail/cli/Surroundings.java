package dev.dovetail.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where the program runs.
 *
 * @param folder the one that relative paths are relative to
 * @param terminal whether the results are read by a person
 */
public record Surroundings(
        Map<String, String> environment, Path folder, PrintStream out, PrintStream err, boolean terminal) {

    static Surroundings ofProcess() {
        var environment = System.getenv();
        return new Surroundings(
                environment,
                Path.of("").toAbsolutePath(),
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                System.console() != null && !"dumb".equals(environment.get("TERM")));
    }

    /** Whatever the locale says: files are UTF-8, and so is what is printed of them. */
    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
