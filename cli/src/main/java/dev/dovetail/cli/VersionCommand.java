package dev.dovetail.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Tells the version of this program, and of the server when there is one. */
final class VersionCommand {
    private VersionCommand() {}

    static int run(Invocation in) {
        in.print("dovetail " + own());
        try {
            in.print(
                    "server   " + in.server().version() + " at " + in.settings().endpoint());
        } catch (Failed none) {
            in.say("server: " + none.text());
        }
        return Exit.DONE;
    }

    static String own() {
        try (var file = VersionCommand.class.getResourceAsStream("version.txt")) {
            return file == null ? "unknown" : new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
