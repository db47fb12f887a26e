package dev.dovetail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.json.Json;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** The life of remote schemas and remote relationships: made, changed, deleted, and served as they are at the time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RemoteMetadataTest {
    private World world;

    @BeforeAll
    void start() throws IOException {
        world = World.start(Map.of());
        world.api().runSql("""
                create table person (id int primary key, auth0_id text, boss text);
                create table shelf (id int primary key, book_id int, place text);
                insert into person values (1, 'arya|arya', 'hodor|hodor');
                insert into shelf values (1, 1, 'top'), (2, 1, 'attic')""");
        world.api().metadata("bulk", """
                [{"type": "pg_track_table", "args": {"source": "default", "table": "person"}},
                 {"type": "pg_track_table", "args": {"source": "default", "table": "shelf"}},
                 {"type": "add_remote_schema", "args": {"name": "auth0", "definition": {"url_from_env": "PROFILES_URL"}}},
                 {"type": "add_remote_schema", "args": {"name": "library", "definition": {"url_from_env": "LIBRARY_URL"}}}]""");
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @Test
    @DisplayName("RSC-01, RSC-02: add_, update_, introspect_, reload_ and remove_remote_schema")
    void remote_schemas() {
        var before = export();
        var field = "{ auth0_profile(auth0_id: \"arya|arya\") { nickname } }";
        var arya = "{\"auth0_profile\": {\"nickname\": \"Arya\"}}";

        done("add_remote_schema", third("more"));
        check("{ more " + field + " }", "{\"data\": {\"more\": " + arya + "}}");

        done("update_remote_schema", third("other"));
        check("{ other " + field + " }", "{\"data\": {\"other\": " + arya + "}}");
        check("{ more " + field + " }", """
                {"errors": [{"message": "field 'more' not found in type: 'query_root'", "extensions": {"path":
                  "$.selectionSet.more", "code": "validation-failed"}}]}""");
        assertThat(export().get("remote_schemas").findValuesAsString("comment")).containsExactly("other");

        done("reload_remote_schema", "{\"name\": \"third\"}");
        var types = world.api()
                .metadata("introspect_remote_schema", "{\"name\": \"third\"}")
                .at("/data/__schema/types")
                .findValuesAsString("name");
        assertThat(types).as("names as the remote has them").contains("Profile").doesNotContain("Third_Profile");

        done("remove_remote_schema", "{\"name\": \"third\"}");
        assertThat(world.api().graphql("{ other " + field + " }").has("data")).isFalse();
        assertThat(export()).isEqualTo(before);
    }

    private static String third(String namespace) {
        return """
                {"name": "third", "comment": "%s", "definition": {"url_from_env": "PROFILES_URL", "customization": {
                  "root_fields_namespace": "%1$s", "type_names": {"prefix": "Third_"}}}}""".formatted(namespace);
    }

    @Test
    @DisplayName("RRL-06: pg_create_, pg_update_ and pg_delete_remote_relationship")
    void of_a_table() {
        var query = "{ person { profile { nickname } } }";
        var gone = """
                {"errors": [{"message": "field 'profile' not found in type: 'person'", "extensions": {"path":
                  "$.selectionSet.person.selectionSet.profile", "code": "validation-failed"}}]}""";
        var before = export();
        refused("pg_update_remote_relationship", toProfile("auth0_id"));

        done("pg_create_remote_relationship", toProfile("auth0_id"));
        check(query, "{\"data\": {\"person\": [{\"profile\": {\"nickname\": \"Arya\"}}]}}");

        done("pg_update_remote_relationship", toProfile("auth0_id").replaceFirst("\\{", "{\"partial\": true, "));
        assertThat(export().findValues("partial")).hasSize(1);

        done("pg_update_remote_relationship", toProfile("boss"));
        check(query, "{\"data\": {\"person\": [{\"profile\": {\"nickname\": \"Hodor\"}}]}}");
        assertThat(export().findValues("partial"))
                .as("an update replaces the whole")
                .isEmpty();
        var kept = export();
        refused("pg_update_remote_relationship", toProfile("nothing"));
        assertThat(export()).isEqualTo(kept);

        done(
                "pg_delete_remote_relationship",
                "{\"source\": \"default\", \"table\": \"person\", \"name\": \"profile\"}");
        check(query, gone);
        assertThat(export()).isEqualTo(before);
        refused("pg_delete_remote_relationship", """
                {"source": "default", "table": "person", "name": "profile"}""");
    }

    private static String toProfile(String column) {
        return """
                {"source": "default", "table": "person", "name": "profile", "definition": {"to_remote_schema": {
                  "remote_schema": "auth0", "lhs_fields": ["%s"],
                  "remote_field": {"auth0_profile": {"arguments": {"auth0_id": "$%1$s"}}}}}}""".formatted(column);
    }

    @Test
    @DisplayName("RRL-06: create_, update_ and delete_remote_schema_remote_relationship")
    void of_a_remote_schema() {
        var query = "{ book(id: 1) { shelves { id } } }";
        var before = export();
        refused("update_remote_schema_remote_relationship", toShelves("array"));

        done("create_remote_schema_remote_relationship", toShelves("array"));
        check(
                "{ book(id: 1) { shelves(order_by: {id: asc}) { id } } }",
                "{\"data\": {\"book\": {\"shelves\": [{\"id\": 1}, {\"id\": 2}]}}}");

        world.sql().run("delete from shelf where id = 2");
        done("update_remote_schema_remote_relationship", toShelves("object"));
        check(query, "{\"data\": {\"book\": {\"shelves\": {\"id\": 1}}}}");

        var name = "{\"remote_schema\": \"library\", \"type_name\": \"Book\", \"name\": \"shelves\"}";
        done("delete_remote_schema_remote_relationship", name);
        check(query, """
                {"errors": [{"message": "field 'shelves' not found in type: 'Book'", "extensions": {"path":
                  "$.selectionSet.book.selectionSet.shelves", "code": "validation-failed"}}]}""");
        assertThat(export()).isEqualTo(before);
        refused("delete_remote_schema_remote_relationship", name);
    }

    private static String toShelves(String type) {
        return """
                {"remote_schema": "library", "type_name": "Book", "name": "shelves", "definition": {"to_source": {
                  "source": "default", "table": "shelf", "relationship_type": "%s", "field_mapping": {"id": "book_id"}}}}""".formatted(type);
    }

    private JsonNode export() {
        return world.api().metadata("export_metadata", "{}");
    }

    private void done(String type, String args) {
        MetadataWorld.success(world.api().metadata(type, args));
    }

    private void refused(String type, String args) {
        var reply = world.api().tryMetadata(type, args);
        assertThat(reply.status()).as(type + " " + reply.text()).isEqualTo(400);
    }

    private void check(String query, String answer) {
        Answers.assertSame(Json.read(answer), world.api().graphql(query));
    }
}
