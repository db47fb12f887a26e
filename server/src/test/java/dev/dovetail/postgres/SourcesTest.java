package dev.dovetail.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.json.Json;
import dev.dovetail.metadata.ConfigurationCodec;
import dev.dovetail.metadata.SourceMetadata;
import dev.dovetail.name.SourceName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SourcesTest {
    private static final String ONE = "select convert_to('1', 'UTF8')";
    private static final SourceName A = new SourceName("a");
    private static final SourceName B = new SourceName("b");

    private final Sources sources =
            new Sources(TestPostgres.vertx(), Map.of("URL", TestPostgres.url("postgres"), "BAD", "nothing")::get);

    @AfterEach
    void close() {
        sources.close();
    }

    @Test
    void urlsComeFromTextEnvironmentOrParts() {
        checkReaches("{\"database_url\": \"" + TestPostgres.url("postgres") + "\"}");
        checkReaches("{\"database_url\": {\"from_env\": \"URL\"}, \"pool_settings\": {\"max_connections\": 2}}");
        checkReaches("{\"database_url\": {\"connection_parameters\": {\"host\": \"127.0.0.1\", \"port\": "
                + TestPostgres.port() + ", \"username\": \"postgres\", \"database\": \"postgres\"}},"
                + " \"ssl_configuration\": {\"sslmode\": \"disable\"}}");
        // Prefers TLS, which this server does not have.
        checkReaches("{\"database_url\": \"" + TestPostgres.url("postgres").replace("?sslmode=disable", "") + "\"}");
    }

    @Test
    void unusableConfigurationsHaveAReason() {
        checkReason("{\"database_url\": {\"from_env\": \"NONE\"}}", "environment variable 'NONE' not set");
        checkReason(
                "{\"database_url\": {\"from_env\": \"BAD\"}}",
                "a database url must start with postgres:// or postgresql://");
        checkReason(
                "{\"database_url\": {\"from_env\": \"URL\"}, \"pool_settings\": {\"max_connections\": 0}}",
                "pool_settings: max_connections must be at least 1");
        checkReason(
                "{\"database_url\": {\"from_env\": \"URL\"}, \"ssl_configuration\": {\"sslmode\": \"x\"}}",
                "ssl_configuration: sslmode must be one of disable, allow, prefer, require, verify-ca, verify-full");
    }

    @Test
    void reconcilingKeepsOpensAndCloses() {
        var config = "{\"database_url\": {\"from_env\": \"URL\"}}";
        sources.reconcile(List.of(source(A, config), source(B, config)));
        var a = sources.of(A);
        assertThat(sources.of(B)).isNotSameAs(a);
        sources.reconcile(List.of(source(A, config)));
        assertThat(sources.of(A)).isSameAs(a);
        assertThatThrownBy(() -> sources.of(B)).hasMessageContaining("source \"b\" is not connected");
        sources.reconcile(List.of(
                source(A, "{\"database_url\": {\"from_env\": \"URL\"}, \"pool_settings\": {\"max_connections\": 3}}")));
        assertThat(sources.of(A)).isNotSameAs(a);
        // Whoever still holds the old one can finish.
        assertThat(a.run(ONE, List.of(), null)).asString(StandardCharsets.UTF_8).isEqualTo("1");
    }

    @Test
    void readingACatalogTellsWhyItCannot() {
        sources.reconcile(List.of(
                source(A, "{\"database_url\": \"" + TestPostgres.url("no_such_database") + "\"}"),
                source(B, "{\"database_url\": \"postgres://u:secret@127.0.0.1:1/d\"}")));
        var reader = new PgCatalogReader(sources);
        assertThatThrownBy(() -> reader.read(A, Set.of()))
                .hasMessageContaining("database \"no_such_database\" does not exist");
        assertThatThrownBy(() -> reader.read(B, Set.of()))
                .hasMessageContaining("refused")
                .hasMessageNotContaining("secret");
    }

    private void checkReaches(String connectionInfo) {
        assertThat(sources.reconcile(List.of(source(A, connectionInfo)))).isEmpty();
        assertThat(sources.of(A).run(ONE, List.of(), null))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("1");
    }

    private void checkReason(String connectionInfo, String reason) {
        assertThat(sources.reconcile(List.of(source(A, connectionInfo)))).isEqualTo(Map.of(A, reason));
    }

    private static SourceMetadata source(SourceName name, String connectionInfo) {
        var configuration = Json.read("{\"connection_info\": " + connectionInfo + "}");
        return SourceMetadata.postgres(name, ConfigurationCodec.decode(configuration, dev.dovetail.error.Path.ROOT));
    }
}
