package dev.dovetail.app;

import dev.dovetail.http.ErrorPolicy;
import dev.dovetail.http.QueryLogging;
import dev.dovetail.observe.Level;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What is logged, and what errors tell. */
record LogOptions(Level level, Set<String> types, QueryLogging queries, ErrorPolicy errors) {

    static final Option<String> LEVEL = Option.of(
            "log-level",
            "HASURA_GRAPHQL_LOG_LEVEL",
            Syntax.choice("debug", "info", "warn", "error"),
            "info",
            "Lines below this level are not written");
    static final Option<Set<String>> TYPES = Option.of(
            "enabled-log-types",
            "HASURA_GRAPHQL_ENABLED_LOG_TYPES",
            Syntax.listOf("list", LogType.CHOICES.toArray(String[]::new)),
            "startup,http-log,webhook-log,websocket-log,jwk-refresh-log",
            "Kinds of lines that are written, of " + String.join(", ", LogType.CHOICES));
    static final Option<Boolean> METADATA_QUERIES = Option.of(
            "enable-metadata-query-logging",
            "HASURA_GRAPHQL_ENABLE_METADATA_QUERY_LOGGING",
            Syntax.SWITCH,
            "false",
            "With log type query-log: write also requests to the metadata API, which hold database urls");
    static final Option<Boolean> DEV_MODE = Option.of(
            "dev-mode",
            "HASURA_GRAPHQL_DEV_MODE",
            Syntax.SWITCH,
            "false",
            "Show everybody the internal part of errors, with SQL and webhooks' answers");
    static final Option<Boolean> ADMIN_INTERNAL = Option.of(
            "admin-internal-errors",
            "HASURA_GRAPHQL_ADMIN_INTERNAL_ERRORS",
            Syntax.SWITCH,
            "true",
            "Show it to administrators");

    static final OptionGroup GROUP = new OptionGroup(
            "Logs and errors",
            List.of(
                    LEVEL,
                    TYPES,
                    METADATA_QUERIES,
                    DEV_MODE,
                    ADMIN_INTERNAL,
                    Option.of(
                                    "http-log-query-only-on-error",
                                    "HASURA_GRAPHQL_HTTP_LOG_QUERY_ONLY_ON_ERROR",
                                    Syntax.SWITCH,
                                    "false",
                                    "Write requests only when they failed")
                            .notYet(),
                    Option.of(
                                    "enable-triggers-error-log-level",
                                    "HASURA_GRAPHQL_ENABLE_TRIGGERS_ERROR_LOG_LEVEL",
                                    Syntax.SWITCH,
                                    "false",
                                    "Write failed deliveries of triggers with level error")
                            .notYet(),
                    Option.of(
                                    "trace-sql-query",
                                    "HASURA_GRAPHQL_ENABLE_QUERY_TRACING",
                                    Syntax.SWITCH,
                                    "false",
                                    "Put the SQL in traces")
                            .notYet(),
                    Option.of(
                                    "enable-log-compression",
                                    "HASURA_GRAPHQL_ENABLE_LOG_COMPRESSION",
                                    Syntax.SWITCH,
                                    "false",
                                    "Compress the log")
                            .notYet(),
                    Option.onlyEnv(
                                    "HASURA_GRAPHQL_METRICS_ENABLE_HIGH_CARDINALITY_LABELS",
                                    Syntax.SWITCH,
                                    "true",
                                    "Give metrics labels that have many values")
                            .notYet()));

    static LogOptions of(Settings settings) {
        var types = settings.get(TYPES);
        var withQueries = types.contains(LogType.QUERY.wire());
        return new LogOptions(
                Level.valueOf(settings.get(LEVEL).toUpperCase(Locale.ROOT)),
                types,
                new QueryLogging(withQueries, withQueries && settings.get(METADATA_QUERIES)),
                new ErrorPolicy(settings.get(DEV_MODE), settings.get(ADMIN_INTERNAL)));
    }
}
