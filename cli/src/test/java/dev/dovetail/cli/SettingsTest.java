package dev.dovetail.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("CLI-01 CLI-02")
class SettingsTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aFlagWinsOverAVariableThatOverTheEnvFileAndThatOverTheConfiguration() throws IOException {
        assertThat(settings(Map.of(), Map.of()).endpoint()).hasToString("http://localhost:8080");
        write("config.yaml", "version: 3\nendpoint: http://config/\n");
        assertThat(settings(Map.of(), Map.of()).endpoint()).hasToString("http://config");
        write(".env", "HASURA_GRAPHQL_ENDPOINT=http://file\n");
        assertThat(settings(Map.of(), Map.of()).endpoint()).hasToString("http://file");
        var variable = Map.of("HASURA_GRAPHQL_ENDPOINT", "http://variable");
        assertThat(settings(variable, Map.of()).endpoint()).hasToString("http://variable");
        assertThat(settings(variable, Map.of("--endpoint", "http://flag")).endpoint())
                .hasToString("http://flag");
        assertThat(settings(variable, Map.of()).origin("endpoint")).contains("variable HASURA_GRAPHQL_ENDPOINT");
        write("prod.env", "HASURA_GRAPHQL_ENDPOINT=http://prod\n");
        assertThat(settings(Map.of(), Map.of("--envfile", "prod.env")).endpoint())
                .hasToString("http://prod");
    }

    @Test
    void theConfigurationSaysWhereThingsAre() throws IOException {
        write("config.yaml", """
                version: 3
                endpoint: https://x:1/base
                admin_secrets: [one, two]
                metadata_directory: meta
                api_paths: {v1_metadata: /api/md}
                insecure_skip_tls_verify: true
                """);
        var settings = settings(Map.of(), Map.of());
        assertThat(settings.address("v1_metadata", "v1/metadata")).hasToString("https://x:1/base/api/md");
        assertThat(settings.address("version", "v1/version")).hasToString("https://x:1/base/v1/version");
        assertThat(settings.adminSecret()).isEqualTo("one");
        assertThat(settings.project().metadata()).isEqualTo(folder.resolve("meta"));
        assertThat(settings.trustsEverybody()).isTrue();
    }

    @Test
    void theProjectIsLookedForUpwards() throws IOException {
        write("config.yaml", "version: 3\n");
        var below = Files.createDirectories(folder.resolve("a/b"));
        assertThat(ProjectFolder.around(below).folder()).isEqualTo(folder);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            version: 2                       ~ config.yaml:1: a project of version 2; only 3 is understood
            endpoint: [                      ~ config.yaml:1: not YAML
            """)
    void aWrongConfigurationIsToldWithItsLine(String text, String message) throws IOException {
        write("config.yaml", text);
        assertThat(failure(() -> settings(Map.of(), Map.of())).text()).contains(message);
    }

    @ParameterizedTest
    @CsvSource({"foo", "localhost:8080", "ftp://x", "'http://a b'", "http://"})
    void anEndpointIsAnAddress(String text) {
        assertThat(failure(() -> settings(Map.of(), Map.of("--endpoint", text)).endpoint())
                        .text())
                .contains("is no address like");
    }

    @Test
    void envFilesAreReadAsShellsDo() {
        assertThat(EnvFile.parse("x", """
                # all
                A=1
                export B = 'two words' # why
                C="line\\nbreak \\"q\\""
                D=plain # comment
                E=
                F=a#b
                """))
                .isEqualTo(Map.of(
                        "A", "1", "B", "two words", "C", "line\nbreak \"q\"", "D", "plain", "E", "", "F", "a#b"));
        assertThat(failure(() -> EnvFile.parse("x", "A=1\nnonsense\n")).text()).isEqualTo("x:2: expected NAME=value");
    }

    private static Failed failure(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return Objects.requireNonNull(catchThrowableOfType(Failed.class, call));
    }

    private Settings settings(Map<String, String> environment, Map<String, String> flags) {
        var surroundings = new Surroundings(environment, folder, System.out, System.err, false);
        return Settings.of(surroundings, new LinkedHashMap<>(flags)::get);
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }
}
