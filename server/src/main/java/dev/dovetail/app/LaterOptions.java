package dev.dovetail.app;

import java.util.List;

/** Options of features that are still to come: read and checked, and remarked on when set. */
final class LaterOptions {
    private LaterOptions() {}

    static final OptionGroup SUBSCRIPTIONS = new OptionGroup(
            "Subscriptions",
            List.of(
                    number(
                            "live-queries-multiplexed-refetch-interval",
                            "HASURA_GRAPHQL_LIVE_QUERIES_MULTIPLEXED_REFETCH_INTERVAL",
                            "milliseconds",
                            "1000",
                            "How often live queries are run"),
                    number(
                            "live-queries-multiplexed-batch-size",
                            "HASURA_GRAPHQL_LIVE_QUERIES_MULTIPLEXED_BATCH_SIZE",
                            "number",
                            "100",
                            "Subscribers of a live query served by one statement"),
                    number(
                            "streaming-queries-multiplexed-refetch-interval",
                            "HASURA_GRAPHQL_STREAMING_QUERIES_MULTIPLEXED_REFETCH_INTERVAL",
                            "milliseconds",
                            "1000",
                            "How often streams are run"),
                    number(
                            "streaming-queries-multiplexed-batch-size",
                            "HASURA_GRAPHQL_STREAMING_QUERIES_MULTIPLEXED_BATCH_SIZE",
                            "number",
                            "100",
                            "Subscribers of a stream served by one statement"),
                    toggle(
                            "websocket-compression",
                            "HASURA_GRAPHQL_CONNECTION_COMPRESSION",
                            "Compress what goes through websockets"),
                    number(
                            "websocket-keepalive",
                            "HASURA_GRAPHQL_WEBSOCKET_KEEPALIVE",
                            "seconds",
                            "5",
                            "How often a websocket is sent a sign of life"),
                    number(
                            "websocket-connection-init-timeout",
                            "HASURA_GRAPHQL_WEBSOCKET_CONNECTION_INIT_TIMEOUT",
                            "seconds",
                            "3",
                            "How long a websocket may take to introduce itself"),
                    Option.of(
                                    "disable-close-websockets-on-metadata-change",
                                    "HASURA_GRAPHQL_CLOSE_WEBSOCKETS_ON_METADATA_CHANGE",
                                    Syntax.OFF_SWITCH,
                                    "true",
                                    "Close websockets when the metadata change; the flag switches it off")
                            .notYet()));

    static final List<Option<?>> EVENTS = List.of(
            number(
                    "events-http-pool-size",
                    "HASURA_GRAPHQL_EVENTS_HTTP_POOL_SIZE",
                    "number",
                    "100",
                    "Events delivered at the same time"),
            number(
                    "events-fetch-interval",
                    "HASURA_GRAPHQL_EVENTS_FETCH_INTERVAL",
                    "milliseconds",
                    "1000",
                    "How often events are looked for"),
            number(
                    "events-fetch-batch-size",
                    "HASURA_GRAPHQL_EVENTS_FETCH_BATCH_SIZE",
                    "number",
                    "100",
                    "Events taken at once; 0 for none"));

    static final OptionGroup CACHES = new OptionGroup(
            "Response cache and rate limits",
            List.of(
                    number(
                            "query-cache-max-ttl",
                            "HASURA_GRAPHQL_CACHE_MAX_ENTRY_TTL",
                            "seconds",
                            "3600",
                            "How long an answer may be kept at most"),
                    number("max-cache-size", "HASURA_GRAPHQL_MAX_CACHE_SIZE", "megabytes", "1", "Size of the cache"),
                    text("redis-url", "HASURA_GRAPHQL_REDIS_URL", "Redis that keeps the cache"),
                    Option.onlyEnv("HASURA_GRAPHQL_REDIS_TIMEOUT", Syntax.TEXT, "", "Time limit for calls to it")
                            .notYet(),
                    toggle(
                            "redis-no-fail-on-startup",
                            "HASURA_GRAPHQL_REDIS_NO_FAIL_ON_STARTUP",
                            "Start although it cannot be reached"),
                    text("redis-tls-hostname", "HASURA_GRAPHQL_REDIS_TLS_HOSTNAME", "Its name for TLS"),
                    text(
                            "redis-tls-shared-ca-store-path",
                            "HASURA_GRAPHQL_REDIS_TLS_SHARED_CA_STORE_PATH",
                            "File with certificates of authorities"),
                    number(
                            "caching-redis-pool-size",
                            "HASURA_GRAPHQL_CACHING_REDIS_POOL_SIZE",
                            "number",
                            "500",
                            "Connections to it"),
                    text("rate-limit-redis-url", "HASURA_GRAPHQL_RATE_LIMIT_REDIS_URL", "Redis that counts requests"),
                    toggle("rate-limit-redis-use-tls", "HASURA_GRAPHQL_RATE_LIMIT_REDIS_USE_TLS", "Use TLS to it"),
                    text(
                            "rate-limit-redis-tls-hostname",
                            "HASURA_GRAPHQL_RATE_LIMIT_REDIS_TLS_HOSTNAME",
                            "Its name for TLS"),
                    number(
                            "rate-limit-redis-pool-size",
                            "HASURA_GRAPHQL_RATE_LIMIT_REDIS_POOL_SIZE",
                            "number",
                            "500",
                            "Connections to it")));

    private static Option<Integer> number(String flag, String env, String unit, String fallback, String help) {
        return Option.of(flag, env, Syntax.atLeast(0, unit), fallback, help).notYet();
    }

    private static Option<String> text(String flag, String env, String help) {
        return Option.of(flag, env, Syntax.TEXT, "", help).notYet();
    }

    private static Option<Boolean> toggle(String flag, String env, String help) {
        return Option.of(flag, env, Syntax.SWITCH, "false", help).notYet();
    }
}
