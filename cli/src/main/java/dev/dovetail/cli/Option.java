package dev.dovetail.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An option of a command.
 *
 * @param names the last is the full one, {@code --output}
 * @param value what help calls its value; null for a flag
 * @param choices the values there are; empty when any may be
 */
record Option(List<String> names, @Nullable String value, String description, List<String> choices) {

    static Option flag(String name, String description) {
        return new Option(List.of(name), null, description, List.of());
    }

    static Option text(String name, String value, String description) {
        return new Option(List.of(name), value, description, List.of());
    }

    static Option output(String description) {
        return new Option(List.of("-o", "--output"), "FORM", description, List.of("json", "yaml"));
    }

    Option among(String... choices) {
        return new Option(names, value, description, List.of(choices));
    }

    String name() {
        return names.getLast();
    }

    /** Those that every command takes. */
    static List<Option> global() {
        return List.of(
                text("--project", "FOLDER", "The project; otherwise that of the working folder or above it"),
                text("--endpoint", "URL", "The server (HASURA_GRAPHQL_ENDPOINT)"),
                text("--admin-secret", "SECRET", "Its admin secret (HASURA_GRAPHQL_ADMIN_SECRET)"),
                text("--envfile", "FILE", "A file with variables, in the project; otherwise .env"),
                flag("--insecure-skip-tls-verify", "Trust whatever certificate the server shows"),
                text("--certificate-authority", "FILE", "Certificates to trust"),
                flag("--no-color", "No colours, also on a terminal"),
                text("--log-level", "LEVEL", "How much is said: debug, info, warn or error")
                        .among("debug", "info", "warn", "error"),
                flag("--skip-update-check", "Taken and ignored: no update is ever looked for"),
                new Option(List.of("-h", "--help"), null, "Show this", List.of()));
    }
}
