package dev.dovetail.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The reference's options by name and default: whoever renames one breaks somebody's deployment. */
class OptionNamesTest {

    /** Flag, variable, default; a dash where there is none. */
    private static final String REFERENCE = """
            database-url HASURA_GRAPHQL_DATABASE_URL -
            metadata-database-url HASURA_GRAPHQL_METADATA_DATABASE_URL -
            admin-internal-errors HASURA_GRAPHQL_ADMIN_INTERNAL_ERRORS true
            admin-secret HASURA_GRAPHQL_ADMIN_SECRET -
            admin-secrets HASURA_GRAPHQL_ADMIN_SECRETS -
            async-actions-fetch-batch-size HASURA_GRAPHQL_ASYNC_ACTIONS_FETCH_BATCH_SIZE 10
            async-actions-fetch-interval HASURA_GRAPHQL_ASYNC_ACTIONS_FETCH_INTERVAL 1000
            auth-hook HASURA_GRAPHQL_AUTH_HOOK -
            auth-hook-mode HASURA_GRAPHQL_AUTH_HOOK_MODE GET
            auth-hook-send-request-body HASURA_GRAPHQL_AUTH_HOOK_SEND_REQUEST_BODY true
            bigquery_string_numeric_input HASURA_GRAPHQL_BIGQUERY_STRING_NUMERIC_INPUT false
            query-cache-max-ttl HASURA_GRAPHQL_CACHE_MAX_ENTRY_TTL 3600
            disable-close-websockets-on-metadata-change HASURA_GRAPHQL_CLOSE_WEBSOCKETS_ON_METADATA_CHANGE true
            configured-header-precedence HASURA_GRAPHQL_CONFIGURED_HEADER_PRECEDENCE false
            connections-per-read-replica HASURA_GRAPHQL_CONNECTIONS_PER_READ_REPLICA 50
            console-assets-dir HASURA_GRAPHQL_CONSOLE_ASSETS_DIR -
            cors-domain HASURA_GRAPHQL_CORS_DOMAIN *
            dev-mode HASURA_GRAPHQL_DEV_MODE false
            default-naming-convention HASURA_GRAPHQL_DEFAULT_NAMING_CONVENTION hasura-default
            disable-cors HASURA_GRAPHQL_DISABLE_CORS false
            disable-native-query-validation HASURA_GRAPHQL_DISABLE_NATIVE_QUERY_VALIDATION false
            - HASURA_GRAPHQL_DYNAMIC_SECRETS_ALLOWED_PATH_PREFIX -
            enable-allowlist HASURA_GRAPHQL_ENABLE_ALLOWLIST false
            enable-apollo-federation HASURA_GRAPHQL_ENABLE_APOLLO_FEDERATION false
            enable-persisted-queries HASURA_GRAPHQL_ENABLE_PERSISTED_QUERIES false
            persisted-queries-ttl HASURA_GRAPHQL_PERSISTED_QUERIES_TTL 5
            enable-triggers-error-log-level HASURA_GRAPHQL_ENABLE_TRIGGERS_ERROR_LOG_LEVEL false
            enable-console HASURA_GRAPHQL_ENABLE_CONSOLE false
            - HASURA_GRAPHQL_METRICS_ENABLE_HIGH_CARDINALITY_LABELS true
            enable-log-compression HASURA_GRAPHQL_ENABLE_LOG_COMPRESSION false
            enable-maintenance-mode HASURA_GRAPHQL_ENABLE_MAINTENANCE_MODE false
            enable-metadata-query-logging HASURA_GRAPHQL_ENABLE_METADATA_QUERY_LOGGING false
            enable-remote-schema-permissions HASURA_GRAPHQL_ENABLE_REMOTE_SCHEMA_PERMISSIONS false
            enable-telemetry HASURA_GRAPHQL_ENABLE_TELEMETRY true
            enabled-apis HASURA_GRAPHQL_ENABLED_APIS metadata,graphql,pgdump,config
            enabled-log-types HASURA_GRAPHQL_ENABLED_LOG_TYPES \
            startup,http-log,webhook-log,websocket-log,jwk-refresh-log
            events-http-pool-size HASURA_GRAPHQL_EVENTS_HTTP_POOL_SIZE 100
            events-fetch-batch-size HASURA_GRAPHQL_EVENTS_FETCH_BATCH_SIZE 100
            events-fetch-interval HASURA_GRAPHQL_EVENTS_FETCH_INTERVAL 1000
            experimental-features HASURA_GRAPHQL_EXPERIMENTAL_FEATURES -
            max-total-header-length HASURA_GRAPHQL_MAX_TOTAL_HEADER_LENGTH 1048576
            graceful-shutdown-timeout HASURA_GRAPHQL_GRACEFUL_SHUTDOWN_TIMEOUT 60
            infer-function-permissions HASURA_GRAPHQL_INFER_FUNCTION_PERMISSIONS true
            jwt-secret HASURA_GRAPHQL_JWT_SECRET -
            jwt-secrets HASURA_GRAPHQL_JWT_SECRETS -
            live-queries-multiplexed-refetch-interval HASURA_GRAPHQL_LIVE_QUERIES_MULTIPLEXED_REFETCH_INTERVAL 1000
            log-level HASURA_GRAPHQL_LOG_LEVEL info
            max-cache-size HASURA_GRAPHQL_MAX_CACHE_SIZE 1
            metadata-database-extensions-schema HASURA_GRAPHQL_METADATA_DATABASE_EXTENSIONS_SCHEMA public
            live-queries-multiplexed-batch-size HASURA_GRAPHQL_LIVE_QUERIES_MULTIPLEXED_BATCH_SIZE 100
            null-in-nonnullable-variables HASURA_GRAPHQL_BACKWARDS_COMPAT_NULL_IN_NONNULLABLE_VARIABLES false
            retries HASURA_GRAPHQL_NO_OF_RETRIES 1
            stripes HASURA_GRAPHQL_PG_STRIPES 1
            connections HASURA_GRAPHQL_PG_CONNECTIONS 50
            conn-lifetime HASURA_GRAPHQL_PG_CONN_LIFETIME 600
            pool-timeout HASURA_GRAPHQL_PG_POOL_TIMEOUT 10
            pg-ssl-certificate-path HASURA_GRAPHQL_PG_SSL_CERTIFICATE_PATH -
            timeout HASURA_GRAPHQL_PG_TIMEOUT 180
            preserve-401-errors HASURA_GRAPHQL_PRESERVE_401_ERRORS false
            query-plan-cache-size HASURA_GRAPHQL_QUERY_PLAN_CACHE_SIZE 4000
            rate-limit-redis-tls-hostname HASURA_GRAPHQL_RATE_LIMIT_REDIS_TLS_HOSTNAME -
            rate-limit-redis-url HASURA_GRAPHQL_RATE_LIMIT_REDIS_URL -
            rate-limit-redis-use-tls HASURA_GRAPHQL_RATE_LIMIT_REDIS_USE_TLS false
            read-replica-url HASURA_GRAPHQL_READ_REPLICA_URL -
            - HASURA_GRAPHQL_REDIS_TIMEOUT -
            redis-no-fail-on-startup HASURA_GRAPHQL_REDIS_NO_FAIL_ON_STARTUP false
            redis-tls-hostname HASURA_GRAPHQL_REDIS_TLS_HOSTNAME -
            redis-tls-shared-ca-store-path HASURA_GRAPHQL_REDIS_TLS_SHARED_CA_STORE_PATH -
            caching-redis-pool-size HASURA_GRAPHQL_CACHING_REDIS_POOL_SIZE 500
            rate-limit-redis-pool-size HASURA_GRAPHQL_RATE_LIMIT_REDIS_POOL_SIZE 500
            redis-url HASURA_GRAPHQL_REDIS_URL -
            remote-schema-prioritize-data HASURA_GRAPHQL_REMOTE_SCHEMA_PRIORITIZE_DATA false
            schema-sync-poll-interval HASURA_GRAPHQL_SCHEMA_SYNC_POLL_INTERVAL 1000
            server-host HASURA_GRAPHQL_SERVER_HOST *
            server-port HASURA_GRAPHQL_SERVER_PORT 8080
            sso-providers HASURA_GRAPHQL_SSO_PROVIDERS -
            remote-schema-skip-nulls HASURA_GRAPHQL_REMOTE_SCHEMA_SKIP_NULLS false
            streaming-queries-multiplexed-batch-size HASURA_GRAPHQL_STREAMING_QUERIES_MULTIPLEXED_BATCH_SIZE 100
            streaming-queries-multiplexed-refetch-interval \
            HASURA_GRAPHQL_STREAMING_QUERIES_MULTIPLEXED_REFETCH_INTERVAL 1000
            stringify-numeric-types HASURA_GRAPHQL_STRINGIFY_NUMERIC_TYPES false
            stripes-per-read-replica HASURA_GRAPHQL_STRIPES_PER_READ_REPLICA -
            tx-iso HASURA_GRAPHQL_TX_ISOLATION read-committed
            trace-sql-query HASURA_GRAPHQL_ENABLE_QUERY_TRACING false
            unauthorized-role HASURA_GRAPHQL_UNAUTHORIZED_ROLE -
            use-prepared-statements HASURA_GRAPHQL_USE_PREPARED_STATEMENTS true
            v1-boolean-null-collapse HASURA_GRAPHQL_V1_BOOLEAN_NULL_COLLAPSE false
            websocket-compression HASURA_GRAPHQL_CONNECTION_COMPRESSION false
            websocket-connection-init-timeout HASURA_GRAPHQL_WEBSOCKET_CONNECTION_INIT_TIMEOUT 3
            websocket-keepalive HASURA_GRAPHQL_WEBSOCKET_KEEPALIVE 5
            ws-read-cookie HASURA_GRAPHQL_WS_READ_COOKIE false
            """;

    @Test
    void theReferencesOptionsKeepTheirNames() {
        var ours = OptionTable.ALL.stream()
                .map(option -> cell(option.flag()) + " " + cell(option.env()) + " " + cell(option.fallback()))
                .toList();
        assertThat(ours).containsAll(REFERENCE.lines().toList());
    }

    private static String cell(@Nullable String text) {
        return text == null || text.isEmpty() ? "-" : text;
    }
}
