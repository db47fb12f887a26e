package dev.dovetail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.demo.ProfilesService;
import dev.dovetail.demo.SqlUserStore;
import dev.dovetail.demo.UsersService;
import dev.dovetail.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The promise of {@link MainExampleTest}, set up from the files under examples/users by the command line alone. */
@DisplayName("CLI-01 CLI-02 CLI-03 CLI-04")
class ProjectTest {
    private static final Path EXAMPLE = Path.of("..", "examples", "users");
    private static final String USERS = "metadata/databases/default/tables/public_users.yaml";

    private static final String CREATE = """
            mutation { createUser(name: "Hodor") { id user { name auth0_id auth0_profile { email nickname last_login } } } }""";

    private static final String ANSWER = """
            {"data": {"createUser": {"id": "<uuid>", "user": {"name": "Hodor", "auth0_id": "hodor|hodor", "auth0_profile":
              {"email": "hodor@hodor.com", "nickname": "Hodor", "last_login": "2016-05-22T01:35:48.863Z"}}}}}""";

    @TempDir
    private Path folder = Path.of("");

    private final String databaseUrl = Postgres.freshDatabase();
    private final SqlUserStore store = new SqlUserStore(databaseUrl);
    private final UsersService users;
    private final ProfilesService profiles;
    private final Engine engine;

    ProjectTest() throws IOException {
        users = UsersService.start(0, store);
        profiles = ProfilesService.start(0);
        engine = Engine.start(Map.of("HASURA_GRAPHQL_DATABASE_URL", databaseUrl));
    }

    @BeforeEach
    void copyTheExample() throws IOException {
        new Sql(databaseUrl).run("""
                create table users (id uuid primary key default gen_random_uuid(), name text not null, auth0_id text not null)""");
        for (var file : files(EXAMPLE).entrySet()) {
            write(
                    file.getKey(),
                    file.getValue()
                            .replace("http://localhost:8080", engine.api().baseUrl())
                            .replace("localhost:8081", "127.0.0.1:" + users.port())
                            .replace("localhost:8082", "127.0.0.1:" + profiles.port()));
        }
    }

    @AfterEach
    void stop() {
        engine.close();
        users.close();
        profiles.close();
        store.close();
    }

    @Test
    @DisplayName("ARL-14, CTY-07: relationships of types in actions.yaml are applied and exported, their types in SDL")
    void the_example_is_set_up_from_its_files_and_comes_back_as_the_same_files() throws IOException {
        var files = files(folder);

        says(0, "Metadata applied", "metadata", "apply");

        Answers.assertSame(Json.read(ANSWER), engine.api().graphql(CREATE));
        says(0, "zero differences found", "metadata", "diff");
        says(0, "Metadata is consistent", "metadata", "inconsistency", "status");
        says(0, "Metadata exported", "metadata", "export");
        assertThat(files(folder)).isEqualTo(files);
        says(0, "Metadata applied", "metadata", "apply", "--disallow-inconsistent-metadata");
        says(0, "Metadata exported", "metadata", "export");
        assertThat(files(folder)).isEqualTo(files);
    }

    @Test
    void what_is_written_in_another_order_differs_in_nothing() throws IOException {
        says(0, "Metadata applied", "metadata", "apply");
        var text = read(USERS);
        write(
                USERS,
                "# the people\n"
                        + text.replace("  name: users\n  schema: public\n", "  schema: public\n  name: users\n"));
        assertThat(read(USERS)).isNotEqualTo(text);
        says(0, "zero differences found", "metadata", "diff");
    }

    @Test
    void a_change_shows_until_it_is_applied() throws IOException {
        says(0, "Metadata applied", "metadata", "apply");
        write(USERS, read(USERS).replace("        - name\n", "        - auth0_id\n        - name\n"));

        var diff = cli().run("metadata", "diff", "--exit-code");

        assertThat(diff.status()).isEqualTo(1);
        assertThat(diff.out()).isEqualTo("""
                --- server/databases/default/tables/public_users.yaml
                +++ project/databases/default/tables/public_users.yaml
                @@ -16,6 +16,7 @@
                   - role: user
                     permission:
                       columns:
                +        - auth0_id
                         - name
                       filter:
                         name:
                """);
        assertThat(cli().run("metadata", "diff", "--type", "json").out()).containsPattern("(?m)^\\+ +\"auth0_id\",$");
        assertThat(cli().run("metadata", "diff", "--type", "unified-yaml").out())
                .contains(" version: 3\n")
                .containsPattern("(?m)^\\+ +- auth0_id$");
        says(0, "Metadata applied", "metadata", "apply");
        says(0, "zero differences found", "metadata", "diff", "--exit-code");
    }

    @Test
    void what_cannot_be_served_is_shown_with_its_place_and_can_be_dropped() throws IOException {
        write(
                USERS,
                read(USERS)
                        + "object_relationships:\n  - name: home\n    using:\n      foreign_key_constraint_on: home\n");
        var at = USERS + ":24: object_relation home in table users in source default";

        says(1, at, "metadata", "apply", "--disallow-inconsistent-metadata");
        assertThat(cli().run("metadata", "export", "-o", "json").out()).doesNotContain("\"home\"");
        says(0, "warning: " + at, "metadata", "apply");
        says(0, at, "metadata", "ic", "list");
        says(1, "inconsistent, in 1 object", "metadata", "inconsistency", "status");
        var listed = Json.read(cli().run("metadata", "ic", "list", "-o", "json").out());
        assertThat(listed.get(0).path("type").asString()).isEqualTo("object_relation");
        says(0, "dropped", "metadata", "ic", "drop");
        says(0, "consistent", "metadata", "ic", "status");
        says(0, "", "metadata", "export");
        assertThat(read(USERS)).doesNotContain("home");
    }

    @Test
    void what_a_server_refuses_is_told_with_file_and_line() throws IOException {
        write(USERS, read(USERS).replace("columns:\n        - name", "columns: 7"));
        says(1, USERS + ":18: parsing [] failed", "metadata", "apply");
        write(USERS, "table: [\n");
        says(3, USERS + ":2: not YAML", "metadata", "apply");
        write("metadata/databases/default/tables/tables.yaml", "- \"!include gone.yaml\"\n");
        says(3, "tables.yaml:1: there is no file gone.yaml", "metadata", "apply");
    }

    @Test
    void an_export_removes_the_files_of_what_is_gone_and_no_others() throws IOException {
        says(0, "Metadata applied", "metadata", "apply");
        write("metadata/databases/default/tables/public_gone.yaml", "table: gone\n");
        write("metadata/databases/old/functions/public_f.yaml", "function: f\n");
        write("metadata/README.md", "mine\n");

        says(0, "Metadata exported", "metadata", "export");

        assertThat(folder.resolve("metadata/databases/default/tables/public_gone.yaml"))
                .doesNotExist();
        assertThat(folder.resolve("metadata/databases/old")).doesNotExist();
        assertThat(read("metadata/README.md")).isEqualTo("mine\n");
        assertThat(files(folder).keySet()).noneMatch(name -> name.endsWith(".new"));
    }

    @Test
    void clear_and_reload_and_a_new_project() throws IOException {
        says(0, "Metadata applied", "metadata", "apply");
        says(0, "Metadata is consistent", "metadata", "reload");
        var before = cli().run("metadata", "export", "-o", "yaml").out();
        write("all.yaml", before);
        says(0, "Metadata cleared", "metadata", "clear");
        says(0, "Metadata applied", "metadata", "apply", "--from-file", "all.yaml");
        assertThat(cli().run("metadata", "export", "-o", "yaml").out()).isEqualTo(before);

        says(
                0,
                "The project is in new",
                "init",
                "new",
                "--endpoint",
                engine.api().baseUrl());
        says(3, "is a project already", "init", "new");
        var fresh = Cli.in(folder.resolve("new"));
        assertThat(fresh.run("metadata", "diff").out()).contains("-    url: ").contains("+actions: []\n");
        assertThat(fresh.run("metadata", "export").status()).isZero();
        assertThat(files(folder.resolve("new/metadata"))).isEqualTo(files(folder.resolve("metadata")));
    }

    @Test
    void the_secret_is_taken_from_flag_variable_file_and_configuration_in_this_order() throws IOException {
        try (var guarded = Engine.start(Map.of(
                "HASURA_GRAPHQL_DATABASE_URL", Postgres.freshDatabase(), "HASURA_GRAPHQL_ADMIN_SECRET", "right"))) {
            var config = "version: 3\nendpoint: " + guarded.api().baseUrl() + "/\n";
            write("config.yaml", config);
            says(4, "It wants an admin secret", "metadata", "ic", "status");
            write("config.yaml", config + "admin_secret: wrong\n");
            says(4, "wrong (from config.yaml)", "metadata", "ic", "status");
            write("config.yaml", config + "admin_secret: right\n");
            says(0, "consistent", "metadata", "ic", "status");
            write(".env", "# local\nexport HASURA_GRAPHQL_ADMIN_SECRET='wrong'\n");
            says(4, ".env file", "metadata", "ic", "status");
            write(".env", "HASURA_GRAPHQL_ADMIN_SECRET=right\n");
            var variable = cli().with("HASURA_GRAPHQL_ADMIN_SECRET", "wrong");
            assertThat(variable.run("metadata", "ic", "status").status()).isEqualTo(4);
            assertThat(variable.run("metadata", "ic", "status", "--admin-secret", "right")
                            .status())
                    .isZero();
        }
    }

    @Test
    void through_the_launchers_class_it_is_the_same() throws Exception {
        try (var program =
                Program.start("dev.dovetail.cli.Main", Map.of(), "metadata", "apply", "--project", folder.toString())) {
            assertThat(program.awaitEnd(Duration.ofSeconds(60)))
                    .as(program.output())
                    .isZero();
            assertThat(program.output()).contains("Metadata applied");
        }
        try (var program = Program.start("dev.dovetail.cli.Main", Map.of(), "metadata", "aply")) {
            assertThat(program.awaitEnd(Duration.ofSeconds(60))).isEqualTo(2);
            assertThat(program.output()).contains("is it apply?");
        }
        var version = cli().run("version");
        assertThat(version.out())
                .startsWith("dovetail ")
                .contains("at " + engine.api().baseUrl());
    }

    private void says(int status, String text, String... words) {
        var result = cli().run(words);
        assertThat(result.all()).contains(text);
        assertThat(result.status()).as(result.all()).isEqualTo(status);
    }

    private Cli cli() {
        return Cli.in(folder);
    }

    private String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    private void write(String file, String text) throws IOException {
        var path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static Map<String, String> files(Path folder) throws IOException {
        try (var walk = Files.walk(folder)) {
            var files = new TreeMap<String, String>();
            for (var path : walk.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readString(path));
            }
            return files;
        }
    }
}
