package dev.dovetail.metadata;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One connection.
 *
 * @param isolationLevel {@code read-committed}, {@code repeatable-read} or {@code serializable}
 * @param usePreparedStatements null when not said
 * @param rest ssl_configuration, …
 */
public record ConnectionInfo(
        DatabaseUrl databaseUrl,
        @Nullable PoolSettings poolSettings,
        @Nullable String isolationLevel,
        @Nullable Boolean usePreparedStatements,
        ObjectNode rest) {}
