package dev.dovetail.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Makes databases on a server of this machine. */
final class Databases {
    private static final String ALREADY_EXISTS = "42P04";

    private Databases() {}

    /** Creates the database unless there is one of that name. */
    static void create(int port, String name) {
        try (var wire = Wire.connect(port, "postgres")) {
            var error = wire.run("CREATE DATABASE \"" + name.replace("\"", "\"\"") + "\"");
            if (error.isPresent() && !error.get().sqlState().equals(ALREADY_EXISTS)) {
                throw new EmbeddedPostgresException(
                        "Could not create database " + name + ": " + error.get().message());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
