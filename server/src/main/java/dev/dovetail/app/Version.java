package dev.dovetail.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The version of this program, as the build wrote it down. */
final class Version {
    static final String TEXT = read();

    /**
     * What tools of the reference are told: they compare the number with those of the reference's releases to know what
     * a server can do, and leave what follows the plus sign alone.
     */
    static final String SPOKEN = "v2.48.0+dovetail." + TEXT;

    private Version() {}

    private static String read() {
        try (var file = Version.class.getResourceAsStream("version.txt")) {
            return file == null ? "unknown" : new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
