package dev.dovetail.metadata;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Sizes of a source's connection pool; times in seconds. Null means the default. */
public record PoolSettings(
        @Nullable Integer maxConnections,
        @Nullable Integer totalMaxConnections,
        @Nullable Integer idleTimeout,
        @Nullable Integer retries,
        @Nullable Integer poolTimeout,
        @Nullable Integer connectionLifetime,
        ObjectNode rest) {}
