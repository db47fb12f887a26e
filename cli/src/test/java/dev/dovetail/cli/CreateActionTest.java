package dev.dovetail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("ACT-27, ACT-28")
class CreateActionTest {
    private static final String DERIVED = """
            {"action": {"name": "insertAuthor", "definition": {"type": "mutation", "kind": "synchronous",
               "arguments": [{"name": "name", "type": "String"}], "output_type": "InsertAuthorOutput"}},
             "custom_types": {"objects": [{"name": "InsertAuthorOutput", "fields": [{"name": "id", "type": "Int!"}],
               "relationships": [{"name": "author", "type": "object", "source": "default",
                 "remote_table": {"schema": "public", "name": "author"}, "field_mapping": {"id": "id"}}]}]}}""";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void writesASampleIntoAnEmptyProject() throws IOException {
        call("init");
        var called = call("actions", "create", "login", "--webhook", "http://handlers:1/");
        assertThat(called.err())
                .isEqualTo(
                        "Action login written to actions.graphql and actions.yaml. Next: \"dovetail metadata apply\"\n");
        assertThat(read("metadata/actions.graphql")).isEqualTo("""
                type Mutation {
                  login(
                    arg1: LoginInput!
                  ): LoginOutput
                }

                input LoginInput {
                  username: String!
                  password: String!
                }

                type LoginOutput {
                  accessToken: String!
                }

                """);
        assertThat(read("metadata/actions.yaml")).contains("""
                actions:
                  - name: login
                    definition:
                      kind: synchronous
                      handler: http://handlers:1/login
                """);
        assertThat(call("actions", "create", "login").err())
                .isEqualTo("dovetail: action login already exists in actions.graphql\n");
        assertThat(call("actions", "create", "log-in").status()).isEqualTo(Exit.USAGE);
        assertThat(call("actions", "create", "x", "--kind", "later").status()).isEqualTo(Exit.USAGE);
    }

    @Test
    void leavesWhatIsThereAsItIs() throws IOException {
        call("init");
        var sdl = "# ours\ntype Query {\n  old: String # kept\n}\n";
        var yaml = """
                # our actions
                actions:
                # the first
                - name: old
                  definition:
                    kind: ""
                    handler: http://old   # here
                # that was all

                custom_types: # none yet
                  enums: []
                  input_objects: [] # later
                """;
        Files.writeString(folder.resolve("metadata/actions.graphql"), sdl);
        Files.writeString(folder.resolve("metadata/actions.yaml"), yaml);
        assertThat(call("actions", "create", "login", "--kind", "asynchronous").status())
                .isEqualTo(Exit.DONE);
        assertThat(read("metadata/actions.graphql"))
                .startsWith("type Mutation {\n")
                .endsWith("}\n\n" + sdl);
        assertThat(read("metadata/actions.yaml")).isEqualTo("""
                # our actions
                actions:
                # the first
                - name: old
                  definition:
                    kind: ""
                    handler: http://old   # here
                - name: login
                  definition:
                    kind: asynchronous
                    handler: http://localhost:3000/login
                # that was all

                custom_types: # none yet
                  enums: []
                  input_objects: # later
                    - name: LoginInput
                  objects:
                    - name: LoginOutput
                """);
    }

    @Test
    void writesAnewWhatIsWrittenStrangely() throws IOException {
        call("init");
        Files.writeString(folder.resolve("metadata/actions.graphql"), "type Query {\n  old: String\n}\n");
        Files.writeString(
                folder.resolve("metadata/actions.yaml"), "{actions: [{name: old, definition: {handler: http://old}}]}");
        assertThat(call("actions", "create", "login").status()).isEqualTo(Exit.DONE);
        assertThat(read("metadata/actions.yaml")).contains("- name: old\n").contains("- name: login\n");
        assertThat(call("metadata", "apply", "--dry-run").status()).isEqualTo(Exit.DONE);
    }

    @Test
    void derivesWithTheServersSchema() throws IOException {
        call("init");
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var bytes = DERIVED.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            try (var out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        });
        server.start();
        try {
            var endpoint = "http://localhost:" + server.getAddress().getPort();
            var operation = "mutation ($name: String) { insert_author_one(object: {name: $name}) { id } }";
            var called = call("actions", "create", "insertAuthor", "--derive-from", operation, "--endpoint", endpoint);
            assertThat(called.err()).startsWith("Action insertAuthor written");
        } finally {
            server.stop(0);
        }
        assertThat(read("metadata/actions.graphql"))
                .contains("insertAuthor(\n    name: String\n  ): InsertAuthorOutput");
        assertThat(read("metadata/actions.yaml")).contains("field_mapping:\n            id: id");
    }

    @Test
    void remembersAFrameworkAndWritesHandlers() throws IOException {
        call("init");
        assertThat(call("actions", "create", "login", "--with-codegen").status())
                .isEqualTo(Exit.USAGE);
        assertThat(read("metadata/actions.graphql")).isEmpty();
        call("actions", "create", "login");
        assertThat(call("actions", "codegen").err())
                .startsWith("dovetail: could not find codegen config. For adding codegen config, run:");
        var config = read("config.yaml") + "# the end\n";
        Files.writeString(folder.resolve("config.yaml"), config);
        var chosen =
                call("actions", "use-codegen", "--framework", "nodejs", "--output-dir", "./code", "--with-starter-kit");
        assertThat(chosen.status()).isEqualTo(Exit.DONE);
        assertThat(read("config.yaml"))
                .isEqualTo(config.replace(
                        "# the end\n", "  codegen:\n    framework: nodejs\n    output_dir: ./code\n# the end\n"));
        assertThat(call("actions", "use-codegen", "--framework", "java-jdk").status())
                .isEqualTo(Exit.DONE);
        assertThat(read("config.yaml")).contains("framework: java-jdk\n    output_dir: java-jdk\n# the end\n");
        assertThat(call("actions", "codegen").err()).isEqualTo("Codegen files generated at java-jdk\n");
        assertThat(read("java-jdk/LoginAction.java")).contains("record LoginInput(String username, String password)");
        Files.writeString(folder.resolve("java-jdk/LoginAction.java"), "mine");
        assertThat(call("actions", "codegen", "login").err()).contains("exists and is left as it is");
        assertThat(read("java-jdk/LoginAction.java")).isEqualTo("mine");
        assertThat(call("actions", "codegen", "nope").err()).contains("there is no action nope in actions.graphql");
        assertThat(call("actions", "use-codegen", "--framework", "cobol").err())
                .contains("framework cobol is not found; there are java-jdk, java-spring");
        assertThat(read("code/server.js")).contains("actionServer.js");
    }

    @Test
    void whatHandlersShareIsNotReplacedUnasked() throws IOException {
        call("init");
        call("actions", "create", "login");
        call("actions", "create", "logout");
        call("actions", "use-codegen", "--framework", "go-serve-mux", "--output-dir", "code");
        Files.createDirectories(folder.resolve("code"));
        Files.writeString(folder.resolve("code/main.go"), "package main // mine\n");
        assertThat(call("actions", "codegen").err())
                .containsOnlyOnce("main.go exists with other content than handlers need and is left as it is")
                .contains("--overwrite replaces it");
        assertThat(read("code/main.go")).isEqualTo("package main // mine\n");
        assertThat(call("actions", "codegen", "--overwrite").err()).isEqualTo("Codegen files generated at code\n");
        assertThat(read("code/main.go")).contains("http.ListenAndServe");
        assertThat(call("actions", "codegen").err()).doesNotContain("main.go");
    }

    @Test
    void twoActionsDoNotGetOneFile() throws IOException {
        call("init");
        call("actions", "create", "login", "--webhook", "http://a");
        Files.writeString(folder.resolve("metadata/actions.graphql"), """
                type Mutation {
                  login: String
                }

                type Query {
                  Login: String
                }
                """);
        Files.writeString(folder.resolve("metadata/actions.yaml"), """
                actions:
                  - name: login
                    definition:
                      kind: synchronous
                      handler: http://a
                  - name: Login
                    definition:
                      handler: http://a
                """);
        var called = call("actions", "codegen", "--framework", "java-jdk", "--output-dir", "code");
        assertThat(called.err())
                .contains(
                        "the action Login and another would both have the file LoginAction.java; no code was written");
        assertThat(folder.resolve("code")).doesNotExist();
    }

    @Test
    void whatElseIsSaidOfCodegenStays() throws IOException {
        call("init");
        Files.writeString(
                folder.resolve("config.yaml"),
                "version: 3\nactions:\n  codegen:\n    framework: old\n    uri: http://codegen\n  kind: synchronous\n");
        call("actions", "use-codegen", "--framework", "nodejs", "--output-dir", "code");
        assertThat(read("config.yaml"))
                .contains("framework: nodejs\n")
                .contains("uri: http://codegen\n")
                .contains("output_dir: code\n")
                .contains("  kind: synchronous\n");
    }

    private String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    private Called call(String... words) {
        return Called.in(folder, Map.of(), words);
    }
}
