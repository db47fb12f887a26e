package dev.dovetail.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Failure;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConnectionUrlTest {

    @Test
    void partsAreReadAsLibpqReadsThem() {
        check("postgres://u:p@h:6000/d", "u", "p", "h", 6000, "d");
        check("POSTGRESQL://u:p@h:6000/d", "u", "p", "h", 6000, "d");
        check("postgresql://u@h", "u", null, "h", 5432, "u");
        check("postgres://", "postgres", null, "localhost", 5432, "postgres");
        check("postgres:///d", "postgres", null, "localhost", 5432, "d");
        check("  postgres://u@h/d\n", "u", null, "h", 5432, "d");
        check("postgres://u%40x:p%3A%2F%40%25@h/d%20e", "u@x", "p:/@%", "h", 5432, "d e");
        check("postgres://u:p@ss@h/d", "u", "p@ss", "h", 5432, "d");
        check("postgres://u:a+b@h/d", "u", "a+b", "h", 5432, "d");
        check("postgres://u:%C3%A9@h/d", "u", "é", "h", 5432, "d");
        check("postgres://u:p@[::1]:6000/d", "u", "p", "::1", 6000, "d");
        check("postgres://u@[2001:db8::7]/d", "u", null, "2001:db8::7", 5432, "d");
        check("postgres://?host=h&port=6000&user=u&password=p&dbname=d", "u", "p", "h", 6000, "d");
        check("postgres://a:b@c:1/d?user=u&password=p%26q", "u", "p&q", "c", 1, "d");
        check("postgres://u@h/d?hostaddr=10.0.0.1", "u", null, "10.0.0.1", 5432, "d");
    }

    @Test
    void parametersAreHonoured() {
        var url = ConnectionUrl.parse(
                "postgres://u@h/d?sslmode=verify-full&sslrootcert=/ca.pem&application_name=a%20b"
                        + "&options=-c%20statement_timeout%3D5s&connect_timeout=3&keepalives=1&gssencmode=disable"
                        + "&max_connections=7&idle_timeout=20&pool_timeout=4&connection_lifetime=0&use_prepared_statements=false");
        var connection = url.connection();
        assertThat(connection.sslMode()).isEqualTo(SslMode.VERIFY_FULL);
        assertThat(connection.tls()).isEqualTo(new TlsFiles("/ca.pem", null, null));
        assertThat(connection.parameters())
                .containsEntry("application_name", "a b")
                .containsEntry("options", "-c statement_timeout=5s");
        assertThat(connection.connectTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(url.pool())
                .isEqualTo(new PoolSettings(
                        7,
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(4),
                        null,
                        false,
                        PoolSettings.Isolation.READ_COMMITTED));
    }

    @Test
    void sayingNothingMeansTheDefaults() {
        var url = ConnectionUrl.parse("postgres://u@h/d");
        assertThat(url.pool()).isEqualTo(PoolSettings.DEFAULT);
        assertThat(url.connection().sslMode()).isEqualTo(SslMode.PREFER);
        assertThat(ConnectionUrl.parse("postgres://u@h/d?sslmode=require")
                        .connection()
                        .sslMode())
                .isEqualTo(SslMode.REQUIRE);
        assertThat(ConnectionUrl.parse("postgres://u@h/d?sslmode=require&sslrootcert=x")
                        .connection()
                        .sslMode())
                .isEqualTo(SslMode.VERIFY_CA);
        assertThat(ConnectionUrl.parse("postgres://u@h/d?connect_timeout=0")
                        .connection()
                        .connectTimeout())
                .isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void mistakesAreNamedAndThePasswordIsNot() {
        checkFailure("mysql://u:secret@h/d", "a database url must start with postgres:// or postgresql://");
        checkFailure("u:secret@h/d", "a database url must start with postgres:// or postgresql://");
        checkFailure(
                "postgres://u:secret%@h/d",
                "a '%' in the database url is not followed by two hexadecimal digits;"
                        + " write %25 for a percent sign");
        checkFailure("postgres://u:secret@h:abc/d", "port in the database url is no number");
        checkFailure("postgres://u:secret@h:0/d", "the port in the database url is no number from 1 to 65535");
        checkFailure("postgres://u:secret@[::1/d", "the IPv6 address in the database url has no closing bracket");
        checkFailure("postgres://u:secret@a:1,b:2/d", "a database url with several hosts is not supported");
        checkFailure(
                "postgres://u:secret@h/d?sslmode=maybe",
                "sslmode must be one of disable, allow, prefer, require, verify-ca, verify-full");
        checkFailure("postgres://u:secret@h/d?flavour=1", "the database url has an unknown parameter: flavour");
        checkFailure("postgres://u:secret@h/d?sslmode", "a parameter of the database url has no value");
        checkFailure(
                "postgres://u:secret@%2Fvar%2Frun/d",
                "a Unix socket cannot be used in a database url; give a host name");
        checkFailure("postgres://u:secret@h/d?max_connections=0", "max_connections must be at least 1");
        checkFailure(
                "postgres://u:secret@h/d?idle_timeout=-1", "idle_timeout in the database url must not be negative");
    }

    @Test
    void printingHidesSecrets() {
        var url = ConnectionUrl.parse("postgres://u:secret@h/d?sslkey=secret");
        assertThat(url.toString()).doesNotContain("secret");
    }

    private static void check(
            String url, String user, @Nullable String password, String host, int port, String database) {
        var connection = ConnectionUrl.parse(url).connection();
        assertThat(connection.user()).as(url).isEqualTo(user);
        assertThat(connection.password()).as(url).isEqualTo(password);
        assertThat(connection.host()).as(url).isEqualTo(host);
        assertThat(connection.port()).as(url).isEqualTo(port);
        assertThat(connection.database()).as(url).isEqualTo(database);
    }

    private static void checkFailure(String url, String message) {
        assertThatThrownBy(() -> ConnectionUrl.parse(url))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        failure -> assertThat(failure.failure())
                                .isEqualTo(new Failure.Own(
                                        ErrorCode.INVALID_CONFIGURATION, dev.dovetail.error.Path.ROOT, message, null)));
    }
}
