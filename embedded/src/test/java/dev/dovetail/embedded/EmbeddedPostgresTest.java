package dev.dovetail.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One home for all: making a cluster is the slow part, and living through many starts is what is tested. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EmbeddedPostgresTest {
    @TempDir
    static Path home;

    @Test
    @Order(1)
    void keepsDataAndPortBetweenStarts() throws IOException {
        int port;
        try (var first = EmbeddedPostgres.start(home)) {
            port = first.port();
            first.createDatabase("shop");
            first.createDatabase("shop");
            run(port, "CREATE TABLE kept ()");
        }
        assertThat(listening(port)).isFalse();
        try (var second = EmbeddedPostgres.start(home)) {
            assertThat(second.port()).isEqualTo(port);
            assertThat(second.url("shop")).isEqualTo("postgres://postgres@127.0.0.1:" + port + "/shop");
            run(port, "DROP TABLE kept");
        }
    }

    @Test
    @Order(2)
    void startsAgainQuickly() {
        var begin = Instant.now();
        EmbeddedPostgres.start(home).close();
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    @Order(2)
    void servesOneProcessAtATime() {
        try (var _ = EmbeddedPostgres.start(home)) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(home))
                    .isInstanceOf(EmbeddedPostgresException.class)
                    .hasMessageContaining("in use by another running Dovetail");
        }
    }

    @Test
    @Order(2)
    void endsWhenItsJvmIsKilled() throws Exception {
        var process = startInAnotherJvm();
        var port = Integer.parseInt(process.inputReader().readLine());
        assertThat(listening(port)).isTrue();
        process.destroyForcibly().waitFor();
        // At once, while the orphan is still shutting down: the new start has to wait for it or stop it.
        try (var next = EmbeddedPostgres.start(home)) {
            next.createDatabase("after_kill");
        }
    }

    @Test
    @Order(2)
    void takesNoNoticeOfTheProcessNumberOfSomebodyElse() throws IOException {
        Files.writeString(
                home.resolve("data/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + home.resolve("data") + "\n");
        EmbeddedPostgres.start(home).close();
    }

    @Test
    @Order(2)
    void saysSoWhenThePortIsTaken() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(home, taken.getLocalPort()))
                    .isInstanceOf(EmbeddedPostgresException.class)
                    .hasMessageContaining("did not start on port " + taken.getLocalPort())
                    .hasMessageContaining("Address already in use");
        }
        EmbeddedPostgres.start(home).close();
    }

    @Test
    @Order(3)
    void refusesDataOfAnotherMajorVersion() throws IOException {
        var version = home.resolve("data/PG_VERSION");
        var own = Files.readString(version);
        Files.writeString(version, "12\n");
        assertThatThrownBy(() -> EmbeddedPostgres.start(home))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("was written by Postgres 12, this build brings Postgres " + own.strip());
        Files.writeString(version, own);
    }

    @Test
    void knowsItsPlatforms() {
        assertThat(Binaries.archiveName("Linux", "amd64")).isEqualTo("postgres-linux-x86_64.txz");
        assertThat(Binaries.archiveName("Linux", "aarch64")).isEqualTo("postgres-linux-arm_64.txz");
        assertThatThrownBy(() -> Binaries.archiveName("Mac OS X", "aarch64"))
                .hasMessageContaining("There is no embedded Postgres for Mac OS X on aarch64");
    }

    private static Process startInAnotherJvm() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void run(int port, String sql) throws IOException {
        try (var wire = Wire.connect(port, "shop")) {
            assertThat(wire.run(sql)).isEmpty();
        }
    }

    private static boolean listening(int port) {
        try (var _ = Wire.connect(port, "postgres")) {
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    /** A process that starts the server, says where, and then waits to be killed. */
    static final class Holder {
        @SuppressWarnings("SystemOut")
        static void main(String[] arguments) throws InterruptedException {
            try (var postgres = EmbeddedPostgres.start(Path.of(arguments[0]))) {
                System.out.println(postgres.port());
                TimeUnit.MINUTES.sleep(1);
            }
        }
    }
}
