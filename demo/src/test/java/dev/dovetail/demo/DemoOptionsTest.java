package dev.dovetail.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DemoOptionsTest {
    private static final Path HOME = Path.of(".dovetail", "demo");

    @Test
    void options_and_their_defaults() {
        check(new DemoOptions(8080, 8081, 8082, HOME, false, false));
        check(new DemoOptions(9000, 8081, 8082, HOME, true, false), "--port", "9000", "--empty");
        check(
                new DemoOptions(0, 9001, 9002, HOME, false, false),
                "--port=0",
                "--users-port=9001",
                "--profiles-port",
                "9002");
        check(new DemoOptions(8080, 8081, 8082, HOME, false, true), "-h");
    }

    @Test
    void what_stands_behind_two_dashes_is_the_engines() {
        check(
                new DemoOptions(
                        8080, 8081, 8082, HOME, true, false, List.of("--stringify-numeric-types=x", "--", "-h")),
                "--empty",
                "--",
                "--stringify-numeric-types=x",
                "--",
                "-h");
    }

    @Test
    void the_secret_is_one_that_the_engine_takes() {
        secret(null);
        secret(null, "--", "--enable-console");
        secret("s", "--", "--admin-secret", "s");
        secret("s=t", "--", "--admin-secret=s=t", "--enable-console");
        secret("old", "--", "--access-key", "old");
        secret("b", "--", "--admin-secret", "a", "--admin-secret", "b");
        secret("one", "--", "--admin-secrets", "[\"one\", \"two\"]");
    }

    private static void secret(@Nullable String expected, String... words) {
        assertThat(DemoOptions.parse(List.of(words), Map.of()).adminSecret()).isEqualTo(expected);
    }

    @Test
    void the_home_follows_the_variable() {
        assertThat(DemoOptions.parse(List.of(), Map.of("DOVETAIL_HOME", "/data"))
                        .home())
                .isEqualTo(Path.of("/data/demo"));
    }

    @Test
    void nonsense_is_named() {
        refused("--port needs a port from 0 to 65535", "--port", "many");
        refused("--port needs a port from 0 to 65535", "--port", "70000");
        refused("--port needs a port from 0 to 65535", "--port");
        refused("unknown option '--prot'", "--prot", "1");
    }

    private static void check(DemoOptions expected, String... words) {
        assertThat(DemoOptions.parse(List.of(words), Map.of())).isEqualTo(expected);
    }

    private static void refused(String message, String... words) {
        assertThatThrownBy(() -> DemoOptions.parse(List.of(words), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
