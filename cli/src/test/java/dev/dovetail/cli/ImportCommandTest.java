package dev.dovetail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("ACT-29")
class ImportCommandTest {
    private static final String DESCRIPTION = """
            openapi: 3.0.0
            servers: [{url: "http://pets.example"}]
            paths:
              /pets:
                get:
                  operationId: pets
                  responses: {"200": {content: {application/json: {schema: {type: array, items: {type: string}}}}}}
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void writesActionsIntoTheProject() throws IOException {
        call("init");
        Files.writeString(folder.resolve("pets.yaml"), DESCRIPTION);
        Files.writeString(folder.resolve("metadata/actions.yaml"), "actions: [] # none yet\n");
        var called = call("actions", "import", "pets.yaml", "--header", "Authorization:PETS_TOKEN");
        assertThat(called.err()).isEqualTo("1 actions imported. Next: \"dovetail metadata apply\"\n");
        assertThat(called.status()).isEqualTo(Exit.DONE);
        assertThat(Files.readString(folder.resolve("metadata/actions.graphql")))
                .startsWith("type Query {\n  pets: [String!]\n}\n");
        assertThat(Files.readString(folder.resolve("metadata/actions.yaml")))
                .contains("handler: http://pets.example")
                .contains("value_from_env: PETS_TOKEN")
                .contains("actions: # none yet\n");
        var again = call("actions", "import", "pets.yaml");
        assertThat(again.status()).isEqualTo(Exit.FILES);
        assertThat(again.err()).contains("there is an action pets already; --replace replaces what is there");
        assertThat(call("actions", "import", "pets.yaml", "--replace").status()).isEqualTo(Exit.DONE);
    }

    @Test
    void printsWithoutAProject() throws IOException {
        Files.writeString(folder.resolve("pets.yaml"), DESCRIPTION);
        var called = call("actions", "import", "pets.yaml", "-o", "json", "--prefix", "zoo");
        assertThat(called.out()).contains("\"zooPets\"");
        assertThat(called.status()).isEqualTo(Exit.DONE);
    }

    @Test
    void tellsWhatIsWrong() throws IOException {
        Files.writeString(folder.resolve("no.yaml"), "a: 1");
        assertThat(call("actions", "import", "no.yaml").err())
                .isEqualTo("dovetail: no.yaml: this is neither OpenAPI 3 nor Swagger 2: there is no version in it\n");
        assertThat(call("actions", "import", "gone.yaml").err()).isEqualTo("dovetail: gone.yaml: cannot be read\n");
        assertThat(call("actions", "import", "no.yaml", "--header", "x").status())
                .isEqualTo(Exit.USAGE);
    }

    private Called call(String... words) {
        return Called.in(folder, Map.of(), words);
    }
}
