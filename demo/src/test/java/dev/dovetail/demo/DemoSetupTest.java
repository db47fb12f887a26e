package dev.dovetail.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.json.Json;
import org.junit.jupiter.api.Test;

class DemoSetupTest {
    private static final String COMPLETE = """
            {"sources": [{"name": "default", "tables": [{"table": {"schema": "public", "name": "users"},
                "remote_relationships": [{"name": "auth0_profile"}]}]}],
             "custom_types": {"objects": [{"name": "UserOutput"}]},
             "actions": [{"name": "createUser", "definition": {"handler": "http://h"}}],
             "remote_schemas": [{"name": "auth0", "definition": {"url": "http://r"}}]}""";

    @Test
    void an_empty_engine_needs_everything_in_order() {
        check(
                "{\"version\": 3, \"sources\": [{\"name\": \"default\", \"tables\": []}]}",
                "pg_track_table",
                "set_custom_types",
                "create_action",
                "add_remote_schema",
                "pg_create_remote_relationship");
    }

    @Test
    void a_complete_engine_needs_nothing() {
        check(COMPLETE);
    }

    @Test
    void moved_services_are_told_to_the_engine() {
        check(COMPLETE.replace("http://h", "http://other"), "update_action");
        check(COMPLETE.replace("http://r", "http://other"), "update_remote_schema");
    }

    @Test
    void what_a_user_removed_comes_back_alone() {
        check(COMPLETE.replace("{\"name\": \"auth0_profile\"}", ""), "pg_create_remote_relationship");
    }

    @Test
    void types_of_others_are_kept() {
        var commands = setup().missing(Json.read(COMPLETE.replace("UserOutput", "Mine")));
        assertThat(commands).hasSize(1);
        assertThat(commands.getFirst().at("/args/objects/0/name").asString()).isEqualTo("Mine");
        assertThat(commands.getFirst().at("/args/objects/1/name").asString()).isEqualTo("UserOutput");
    }

    private static void check(String metadata, String... commands) {
        assertThat(setup().missing(Json.read(metadata)))
                .extracting(command -> command.get("type").asString())
                .containsExactly(commands);
    }

    private static DemoSetup setup() {
        return new DemoSetup("http://h", "http://r");
    }
}
