package dev.dovetail.app;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which databases, and how they are connected to.
 *
 * @param database null when there is to be no source of its own
 * @param metadata null when the metadata live where the source is
 * @param lifetime null when connections are kept for ever
 * @param poolWait how long a request waits for a connection
 * @param prepare null when it has not been said
 * @param home of the embedded Postgres
 */
record DatabaseOptions(
        @Nullable Source database,
        @Nullable String metadata,
        int connections,
        Duration idle,
        @Nullable Duration lifetime,
        Duration poolWait,
        @Nullable Boolean prepare,
        String isolation,
        String extensionsSchema,
        String home) {

    /**
     * Where the default source is.
     *
     * @param inVariable whether the url stands in the environment, so that metadata refer to it rather than repeat it
     */
    record Source(String url, boolean inVariable) {
        /** Without the password. */
        @Override
        public String toString() {
            return "Source[inVariable=" + inVariable + "]";
        }
    }

    static final Duration USUAL_POOL_WAIT = Duration.ofSeconds(10);

    static final String URL_VARIABLE = "HASURA_GRAPHQL_DATABASE_URL";

    static final Option<String> URL = Option.of(
            "database-url",
            URL_VARIABLE,
            Syntax.URL,
            "",
            "Postgres to serve as the source 'default', for instance postgres://user:password@host:5432/name."
                    + " sslmode and other libpq parameters are honoured");
    static final Option<String> METADATA_URL = Option.of(
            "metadata-database-url",
            "HASURA_GRAPHQL_METADATA_DATABASE_URL",
            Syntax.URL,
            "",
            "Postgres that keeps the metadata; without it, the one of --database-url does");
    static final Option<String> HOST = Option.onlyFlag("host", Syntax.TEXT, "Host of the Postgres, instead of a url");
    static final Option<Integer> PORT =
            Option.onlyFlag("port", Syntax.PORT, "Port of the Postgres (5432)").letter('p');
    static final Option<String> USER =
            Option.onlyFlag("user", Syntax.TEXT, "Database user").letter('u');
    static final Option<String> PASSWORD = Option.onlyFlag("password", Syntax.TEXT, "The user's password");
    static final Option<String> NAME =
            Option.onlyFlag("dbname", Syntax.TEXT, "Name of the database").letter('d');
    static final Option<String> PARAMETERS = Option.onlyFlag(
                    "pg-connection-options", Syntax.TEXT, "Further settings for the connection, as libpq's 'options'")
            .letter('o');
    static final Option<Integer> CONNECTIONS = Option.of(
                    "connections",
                    "HASURA_GRAPHQL_PG_CONNECTIONS",
                    Syntax.atLeast(1, "number"),
                    "50",
                    "Connections that may be open to a source, unless its pool settings say otherwise")
            .letter('c');
    static final Option<Integer> IDLE = Option.of(
            "timeout",
            "HASURA_GRAPHQL_PG_TIMEOUT",
            Syntax.atLeast(0, "seconds"),
            "180",
            "How long an idle connection to Postgres is kept");
    static final Option<Double> LIFETIME = Option.of(
            "conn-lifetime",
            "HASURA_GRAPHQL_PG_CONN_LIFETIME",
            Syntax.seconds(),
            "600",
            "How old a connection to Postgres may get; 0 for ever");
    static final Option<Double> POOL_WAIT = Option.of(
                    "pool-timeout",
                    "HASURA_GRAPHQL_PG_POOL_TIMEOUT",
                    Syntax.seconds(),
                    "10",
                    "How long a request waits for a connection before it is refused")
            .alsoEnv("HASURA_GRAPHQL_POOL_TIMEOUT");
    static final Option<Boolean> PREPARE = Option.of(
            "use-prepared-statements",
            "HASURA_GRAPHQL_USE_PREPARED_STATEMENTS",
            Syntax.SWITCH,
            "true",
            "Use prepared statements; unless this is said, a pooler that does not know them is noticed");
    static final Option<String> ISOLATION = Option.of(
                    "tx-iso",
                    "HASURA_GRAPHQL_TX_ISOLATION",
                    Syntax.choice("read-committed", "repeatable-read", "serializable"),
                    "read-committed",
                    "Isolation of transactions")
            .letter('i');
    static final Option<String> EXTENSIONS = Option.of(
                    "metadata-database-extensions-schema",
                    "HASURA_GRAPHQL_METADATA_DATABASE_EXTENSIONS_SCHEMA",
                    Syntax.TEXT,
                    "public",
                    "Schema that Postgres extensions are installed in; Dovetail installs none")
            .ignored();
    static final Option<String> HOME = Option.of(
            "dovetail-home",
            "DOVETAIL_HOME",
            Syntax.TEXT,
            ".dovetail",
            "Folder for what Dovetail keeps itself: the embedded Postgres, used when no database is named");

    static final OptionGroup GROUP = new OptionGroup(
            "Databases",
            List.of(
                    URL,
                    METADATA_URL,
                    HOST,
                    PORT,
                    USER,
                    PASSWORD,
                    NAME,
                    PARAMETERS,
                    CONNECTIONS,
                    IDLE,
                    LIFETIME,
                    POOL_WAIT,
                    PREPARE,
                    ISOLATION,
                    EXTENSIONS,
                    HOME,
                    Option.of(
                                    "stripes",
                                    "HASURA_GRAPHQL_PG_STRIPES",
                                    Syntax.atLeast(0, "number"),
                                    "1",
                                    "Pools for each source; there is always one")
                            .letter('s')
                            .ignored(),
                    Option.of(
                                    "retries",
                                    "HASURA_GRAPHQL_NO_OF_RETRIES",
                                    Syntax.atLeast(0, "number"),
                                    "1",
                                    "Attempts to connect at the start; there is no limit to them")
                            .ignored(),
                    Option.of(
                                    "pg-ssl-certificate-path",
                                    "HASURA_GRAPHQL_PG_SSL_CERTIFICATE_PATH",
                                    Syntax.TEXT,
                                    "",
                                    "Folder for certificates of databases")
                            .notYet(),
                    Option.of("read-replica-url", "HASURA_GRAPHQL_READ_REPLICA_URL", Syntax.URL, "", "A read replica")
                            .notYet(),
                    Option.of(
                                    "connections-per-read-replica",
                                    "HASURA_GRAPHQL_CONNECTIONS_PER_READ_REPLICA",
                                    Syntax.atLeast(0, "number"),
                                    "50",
                                    "Connections to each read replica")
                            .notYet(),
                    Option.of(
                                    "stripes-per-read-replica",
                                    "HASURA_GRAPHQL_STRIPES_PER_READ_REPLICA",
                                    Syntax.atLeast(0, "number"),
                                    "",
                                    "Pools for each read replica")
                            .ignored()));

    static DatabaseOptions of(Settings settings) {
        var lifetime = settings.get(LIFETIME);
        return new DatabaseOptions(
                source(settings),
                settings.find(METADATA_URL),
                settings.get(CONNECTIONS),
                Duration.ofSeconds(settings.get(IDLE)),
                lifetime == 0 ? null : millis(lifetime),
                millis(settings.get(POOL_WAIT)),
                settings.isSet(PREPARE) ? settings.find(PREPARE) : null,
                settings.get(ISOLATION),
                settings.get(EXTENSIONS),
                settings.get(HOME));
    }

    private static @Nullable Source source(Settings settings) {
        var url = settings.find(URL);
        if (url != null) {
            return new Source(url, !settings.isByFlag(URL));
        }
        var parts = ConnectionParts.of(settings);
        return parts == null ? null : new Source(parts.url(), false);
    }

    private static Duration millis(double seconds) {
        return Duration.ofMillis((long) (seconds * 1000));
    }
}
