package dev.dovetail.app;

import dev.dovetail.http.EdgeSettings.Api;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Where the server listens and what it offers there. */
record ServerOptions(
        int port, String host, Set<Api> apis, Duration gracefulShutdown, Duration slowAfter, Duration schemaSync) {

    static final Option<Integer> PORT = Option.of(
            "server-port", "HASURA_GRAPHQL_SERVER_PORT", Syntax.PORT, "8080", "Port to listen on; 0 takes a free one");
    static final Option<String> HOST =
            Option.of("server-host", "HASURA_GRAPHQL_SERVER_HOST", Syntax.TEXT, "*", "Address to listen on; * for all");
    static final Option<Set<String>> APIS = Option.of(
            "enabled-apis",
            "HASURA_GRAPHQL_ENABLED_APIS",
            Syntax.listOf("list", "metadata", "graphql", "pgdump", "developer", "config", "metrics", "bench"),
            "metadata,graphql,pgdump,config",
            "Groups of endpoints that are offered, of metadata, graphql, pgdump, developer, config, metrics"
                    + " (and bench: for measuring)");
    static final Option<Integer> GRACE = Option.of(
            "graceful-shutdown-timeout",
            "HASURA_GRAPHQL_GRACEFUL_SHUTDOWN_TIMEOUT",
            Syntax.atLeast(0, "seconds"),
            "60",
            "How long a stop waits for what is under way");
    static final Option<Integer> SLOW = Option.of(
            "server-timeout",
            "HASURA_GRAPHQL_SERVER_TIMEOUT",
            Syntax.atLeast(1, "seconds"),
            "30",
            "How long a request may take to arrive");
    static final Option<Integer> SYNC = Option.of(
            "schema-sync-poll-interval",
            "HASURA_GRAPHQL_SCHEMA_SYNC_POLL_INTERVAL",
            Syntax.atLeast(0, "milliseconds"),
            "1000",
            "How often other instances' changes of the metadata are looked for; 0 for never");

    static final OptionGroup GROUP = new OptionGroup(
            "Server",
            List.of(
                    PORT,
                    HOST,
                    APIS,
                    GRACE,
                    SLOW,
                    SYNC,
                    Option.of(
                                    "enable-maintenance-mode",
                                    "HASURA_GRAPHQL_ENABLE_MAINTENANCE_MODE",
                                    Syntax.SWITCH,
                                    "false",
                                    "Refuse changes of the metadata, for upgrades with several instances")
                            .notYet(),
                    Option.of(
                                    "enable-telemetry",
                                    "HASURA_GRAPHQL_ENABLE_TELEMETRY",
                                    Syntax.SWITCH,
                                    "true",
                                    "Dovetail sends no telemetry to anybody")
                            .ignored()));

    static ServerOptions of(Settings settings) {
        var apis = EnumSet.noneOf(Api.class);
        settings.get(APIS).forEach(api -> apis.add(Api.valueOf(api.toUpperCase(Locale.ROOT))));
        return new ServerOptions(
                settings.get(PORT),
                settings.get(HOST),
                apis,
                Duration.ofSeconds(settings.get(GRACE)),
                Duration.ofSeconds(settings.get(SLOW)),
                Duration.ofMillis(settings.get(SYNC)));
    }
}
