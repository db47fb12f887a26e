package dev.dovetail.metadata;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Where a database is. */
public sealed interface DatabaseUrl {
    record Literal(String url) implements DatabaseUrl {}

    record FromEnv(String variable) implements DatabaseUrl {}

    record Parameters(
            String host,
            int port,
            String username,
            @Nullable String password,
            String database) implements DatabaseUrl {}

    /** A form this engine keeps but cannot use, for example {@code dynamic_from_file}. */
    record Other(JsonNode raw) implements DatabaseUrl {}
}
