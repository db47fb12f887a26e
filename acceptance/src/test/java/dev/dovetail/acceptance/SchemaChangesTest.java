package dev.dovetail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.json.Json;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What {@code run_sql} answers, and how the metadata follow what it does to the schema. */
class SchemaChangesTest {
    private World world;

    @BeforeEach
    void start() throws IOException {
        world = World.start(Map.of());
        world.api().runSql("""
                create table person (id int primary key, name text, age int, spare int);
                create table note (id int primary key, person_id int references person, body text);
                create function person_label(person) returns text language sql stable as $$ select 'no. ' || $1.id $$;
                create function find_person(wanted int) returns setof person language sql stable as
                  $$ select * from person where id = wanted $$;
                insert into person values (1, 'Ann', 50, 0), (2, 'Bob', 3, 0);
                insert into note values (1, 1, 'x')""");
        world.api().metadata("bulk", """
                [{"type": "pg_track_tables", "args": {"tables": [{"source": "default", "table": "person"}, {"source": "default", "table": "note"}]}},
                 {"type": "pg_track_function", "args": {"source": "default", "function": "find_person"}},
                 {"type": "pg_add_computed_field", "args": {"source": "default", "table": "person", "name": "label", "definition": {"function": "person_label"}}},
                 {"type": "pg_create_object_relationship", "args": {"source": "default", "table": "note", "name": "person", "using": {"foreign_key_constraint_on": "person_id"}}},
                 {"type": "pg_create_array_relationship", "args": {"source": "default", "table": "person", "name": "notes", "using": {"foreign_key_constraint_on": {"table": "note", "column": "person_id"}}}},
                 {"type": "pg_create_object_relationship", "args": {"source": "default", "table": "note", "name": "namesake", "using": {"manual_configuration": {"remote_table": "person", "column_mapping": {"body": "name"}}}}},
                 {"type": "pg_set_table_customization", "args": {"source": "default", "table": "person", "configuration": {"column_config": {"age": {"custom_name": "years"}, "spare": {"custom_name": "unused"}}}}},
                 {"type": "pg_create_select_permission", "args": {"source": "default", "table": "person", "role": "user", "permission": {"columns": ["id", "name"], "computed_fields": ["label"], "filter": {"_and": [{"age": {"_gt": 3}}, {"notes": {"body": {"_eq": "x"}}}]}}}},
                 {"type": "pg_create_select_permission", "args": {"source": "default", "table": "note", "role": "user", "permission": {"columns": ["id", "body"], "filter": {"person": {"age": {"_gt": 3}}}}}},
                 {"type": "pg_create_insert_permission", "args": {"source": "default", "table": "person", "role": "user", "permission": {"columns": ["name"], "set": {"age": "5"}, "check": {}}}}]""");
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    @DisplayName("MET-18: rows come as text under their names, commands answer null, of several the last counts")
    void answers() {
        answered("select 1 as a, null as b, true, '{1,2}'::int[] as c", "", """
                {"result_type": "TuplesOk", "result": [["a", "b", "?column?", "c"], ["1", "NULL", "t", "{1,2}"]]}""");
        answered("select 1 where false", "", """
                {"result_type": "TuplesOk", "result": [["?column?"]]}""");
        answered("select 1; select 2 as x", "", """
                {"result_type": "TuplesOk", "result": [["x"], ["2"]]}""");
        answered("update person set name = name", "", "{\"result_type\": \"CommandOk\", \"result\": null}");
        answered("", "", "{\"result_type\": \"CommandOk\", \"result\": null}");
        answered("vacuum", ", \"no_transaction\": true", "{\"result_type\": \"CommandOk\", \"result\": null}");
        answered("select name from person where id = 1", ", \"read_only\": true", """
                {"result_type": "TuplesOk", "result": [["name"], ["Ann"]]}""");
    }

    @Test
    @DisplayName("MET-18: what Postgres refuses is told with its own words, and nothing stays of the text before it")
    void refusals() {
        var reply = sql("insert into person (id) values (9); selec", "");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("code").asString("")).isEqualTo("postgres-error");
        assertThat(reply.json().path("path").asString("")).isEqualTo("$.args");
        assertThat(reply.json().path("error").asString("")).isEqualTo("query execution failed");
        assertThat(reply.json().at("/internal/error/status_code").asString("")).isEqualTo("42601");
        assertThat(world.sql().one("select count(*) from person")).isEqualTo("2");

        assertThat(sql("delete from note", ", \"read_only\": true")
                        .json()
                        .at("/internal/error/status_code")
                        .asString(""))
                .isEqualTo("25006");
        refused(
                "select 1",
                ", \"source\": \"elsewhere\"",
                "not-exists",
                "source with name \"elsewhere\" does not exist");
    }

    @Test
    @DisplayName("MET-18: bulk answers a list; data calls and metadata commands have their own endpoints")
    void bulk() {
        var bulk = world.api().post("/v2/query", Json.read("""
                {"type": "bulk", "args": [{"type": "run_sql", "args": {"sql": "select 1 as a"}}, {"type": "pg_run_sql", "args": {"sql": "select 2 as a"}}]}"""));
        Answers.assertSame(
                Json.read(
                        "[{\"result_type\": \"TuplesOk\", \"result\": [[\"a\"], [\"1\"]]}, {\"result_type\": \"TuplesOk\", \"result\": [[\"a\"], [\"2\"]]}]"),
                bulk.json());
        var other = world.api()
                .post("/v2/query", Json.read("{\"type\": \"pg_track_table\", \"args\": {\"table\": \"x\"}}"));
        assertThat(other.status()).isEqualTo(400);
        assertThat(other.json().path("error").asString("")).isEqualTo("Unrecognised RQLQuery type: pg_track_table");
    }

    @Test
    @DisplayName(
            "MET-19: a renamed column is renamed in configuration, permissions, presets, filters and relationships")
    void renamed_columns() {
        answered(
                "alter table person rename column age to old",
                "",
                "{\"result_type\": \"CommandOk\", \"result\": null}");
        answered(
                "alter table person rename column name to title",
                "",
                "{\"result_type\": \"CommandOk\", \"result\": null}");
        assertThat(table("person")
                        .at("/configuration/column_config/old/custom_name")
                        .asString(""))
                .isEqualTo("years");
        Answers.assertSame(Json.read("""
                {"columns": ["id", "title"], "computed_fields": ["label"], "filter": {"_and": [{"old": {"_gt": 3}}, {"notes": {"body": {"_eq": "x"}}}]}}"""), table("person").at("/select_permissions/0/permission"));
        Answers.assertSame(
                Json.read("{\"check\": {}, \"set\": {\"old\": \"5\"}, \"columns\": [\"title\"]}"),
                table("person").at("/insert_permissions/0/permission"));
        Answers.assertSame(
                Json.read("{\"person\": {\"old\": {\"_gt\": 3}}}"),
                table("note").at("/select_permissions/0/permission/filter"));
        Answers.assertSame(
                Json.read("{\"body\": \"title\"}"),
                table("note").at("/object_relationships/0/using/manual_configuration/column_mapping"));
        queried(
                "{ person { title label notes { body } } }",
                "{\"person\": [{\"title\": \"Ann\", \"label\": \"no. 1\", \"notes\": [{\"body\": \"x\"}]}]}");
    }

    @Test
    @DisplayName("MET-19: a renamed column is renamed as a key of what leads from its table, and to it, elsewhere")
    void renamed_keys() {
        world.api().metadata("bulk", """
                [{"type": "add_remote_schema", "args": {"name": "library", "definition": {"url_from_env": "LIBRARY_URL"}}},
                 {"type": "set_custom_types", "args": {"objects": [{"name": "Somebody", "fields": [{"name": "name", "type": "String"}],
                   "relationships": [{"name": "row", "type": "object", "remote_table": "person", "field_mapping": {"name": "name"}}]}]}},
                 {"type": "create_action", "args": {"name": "ask", "definition": {"type": "query", "handler": "{{HANDLER_URL}}/ask", "arguments": [{"name": "name", "type": "String!"}], "output_type": "Somebody"}}},
                 {"type": "pg_create_remote_relationship", "args": {"source": "default", "table": "person", "name": "told", "definition": {"to_remote_schema": {"remote_schema": "library", "lhs_fields": ["name"],
                   "remote_field": {"told": {"arguments": {"mark": "$name", "wish": {"by": "$name"}, "wishes": [{"by": "$name"}]}}}}}}},
                 {"type": "pg_create_remote_relationship", "args": {"source": "default", "table": "person", "name": "asked", "definition": {"to_action": {"action": "ask", "arguments": {"name": "$name"}}}}},
                 {"type": "pg_create_remote_relationship", "args": {"source": "default", "table": "note", "name": "likes", "definition": {"to_source": {"source": "default", "table": "person", "relationship_type": "array", "field_mapping": {"body": "name"}}}}},
                 {"type": "create_remote_schema_remote_relationship", "args": {"remote_schema": "library", "type_name": "Author", "name": "rows", "definition": {"to_source": {"source": "default", "table": "person", "relationship_type": "array", "field_mapping": {"name": "name"}}}}}]""");
        answered(
                "alter table person rename column name to title",
                "",
                "{\"result_type\": \"CommandOk\", \"result\": null}");
        assertThat(world.api()
                        .metadata("export_metadata", "{}")
                        .path("custom_types")
                        .findValue("field_mapping"))
                .hasToString("{\"name\":\"title\"}");
        told(
                "{ person(where: {id: {_eq: 1}}) { told } note { likes { title } } book(id: 1) { author { rows { title } } } }",
                """
                {"person": [{"told": "{mark=Ann, wish={by=Ann}, wishes=[{by=Ann}]}"}], "note": [{"likes": []}], "book": {"author": {"rows": []}}}""");
        world.handler().answering(request -> StubHandler.Answer.json(200, "{\"name\": \"Bob\"}"));
        told(
                "{ person(where: {id: {_eq: 1}}) { asked { row { id } } } }",
                "{\"person\": [{\"asked\": {\"row\": {\"id\": 2}}}]}");
    }

    @Test
    @DisplayName("MET-19: a renamed table is renamed in the relationships to it")
    void renamed_tables() {
        answered("alter table note rename to remark", "", "{\"result_type\": \"CommandOk\", \"result\": null}");
        Answers.assertSame(
                Json.read("{\"column\": \"person_id\", \"table\": {\"name\": \"remark\", \"schema\": \"public\"}}"),
                table("person").at("/array_relationships/0/using/foreign_key_constraint_on"));
        queried(
                "{ person { notes { id } } remark { body } }",
                "{\"person\": [{\"notes\": [{\"id\": 1}]}], \"remark\": [{\"body\": \"x\"}]}");
    }

    @Test
    @DisplayName(
            "MET-19: a dropped column nobody needs loses its configuration; one that is needed stays without cascade")
    void dropped_columns() {
        answered("alter table person drop column spare", "", "{\"result_type\": \"CommandOk\", \"result\": null}");
        assertThat(table("person").at("/configuration/column_config").has("spare"))
                .isFalse();
        refused("alter table person drop column age", "", "dependency-error", """
                cannot drop due to the following dependent objects: permission note.user.select in source "default", \
                permission person.user.insert in source "default", permission person.user.select in source "default\"""");
        assertThat(world.sql().one("select age from person where id = 1")).isEqualTo("50");
        answered(
                "alter table person drop column age",
                ", \"cascade\": true",
                "{\"result_type\": \"CommandOk\", \"result\": null}");
        assertThat(table("person").has("select_permissions")).isFalse();
        assertThat(table("note").has("select_permissions")).isFalse();
        assertThat(table("note").has("object_relationships")).isTrue();
    }

    @Test
    @DisplayName("MET-19: a dropped table takes along, with cascade, the relationships and permissions that need it")
    void dropped_tables() {
        refused("drop table note", "", "dependency-error", """
                cannot drop due to the following dependent objects: permission person.user.select in source "default", \
                relationship person.notes in source "default\"""");
        answered("drop table note", ", \"cascade\": true", "{\"result_type\": \"CommandOk\", \"result\": null}");
        assertThat(table("note").isMissingNode()).isTrue();
        assertThat(table("person").has("array_relationships")).isFalse();
        assertThat(table("person").has("select_permissions")).isFalse();
        assertThat(table("person").has("insert_permissions")).isTrue();
        assertThat(world.api()
                        .metadata("get_inconsistent_metadata", "{}")
                        .path("is_consistent")
                        .booleanValue())
                .isTrue();
    }

    @Test
    @DisplayName("MET-19: a dropped foreign key needs cascade when a relationship uses it")
    void dropped_foreign_keys() {
        var drop = "alter table note drop constraint note_person_id_fkey";
        assertThat(sql(drop, "").json().path("code").asString("")).isEqualTo("dependency-error");
        answered(drop, ", \"cascade\": true", "{\"result_type\": \"CommandOk\", \"result\": null}");
        assertThat(table("person").has("array_relationships")).isFalse();
        assertThat(table("note").at("/object_relationships")).hasSize(1);
    }

    @Test
    @DisplayName("MET-19: a dropped function is no longer tracked; one that computes a field needs cascade")
    void dropped_functions() {
        answered("drop function find_person", "", "{\"result_type\": \"CommandOk\", \"result\": null}");
        assertThat(source().has("functions")).isFalse();
        assertThat(sql("drop function person_label(person)", "")
                        .json()
                        .path("code")
                        .asString(""))
                .isEqualTo("dependency-error");
        answered(
                "drop function person_label(person)",
                ", \"cascade\": true",
                "{\"result_type\": \"CommandOk\", \"result\": null}");
        assertThat(table("person").has("computed_fields")).isFalse();
    }

    @Test
    @DisplayName("MET-19: functions of the metadata may not be overloaded or turn volatile, cascade or not")
    void changed_functions() {
        refused(
                "create function find_person(wanted text) returns setof person language sql stable as 'select * from person'",
                ", \"cascade\": true",
                "not-supported",
                "the following tracked function(s) cannot be overloaded: find_person");
        refused(
                "alter function find_person volatile",
                ", \"cascade\": true",
                "not-supported",
                "type of function find_person is altered to \"VOLATILE\" which is not supported now");
        refused(
                "alter function person_label volatile",
                ", \"cascade\": true",
                "not-supported",
                "The type of function \"person_label\" associated with computed field \"label\" of table \"person\" is"
                        + " being altered to \"VOLATILE\"");
        refused(
                "create function person_label(person, int) returns text language sql stable as $$ select '' $$",
                ", \"cascade\": true",
                "not-supported",
                "The function \"person_label\" associated with computed field\"label\" of table \"person\" is being"
                        + " overloaded");
    }

    @Test
    @DisplayName("REL-06: a renamed relationship is renamed in permissions; dropping one that is needed takes cascade")
    void renamed_relationships() {
        MetadataWorld.success(world.api().metadata("pg_rename_relationship", """
                {"source": "default", "table": "person", "name": "notes", "new_name": "remarks"}"""));
        MetadataWorld.success(world.api().metadata("pg_rename_relationship", """
                {"table": "note", "name": "person", "new_name": "writer"}"""));
        Answers.assertSame(
                Json.read("{\"_and\": [{\"age\": {\"_gt\": 3}}, {\"remarks\": {\"body\": {\"_eq\": \"x\"}}}]}"),
                table("person").at("/select_permissions/0/permission/filter"));
        Answers.assertSame(
                Json.read("{\"writer\": {\"age\": {\"_gt\": 3}}}"),
                table("note").at("/select_permissions/0/permission/filter"));
        queried("{ person { remarks { body } } }", "{\"person\": [{\"remarks\": [{\"body\": \"x\"}]}]}");

        var drop =
                world.api().tryMetadata("pg_drop_relationship", "{\"table\": \"note\", \"relationship\": \"writer\"}");
        assertThat(drop.json().path("code").asString("")).isEqualTo("dependency-error");
        MetadataWorld.success(world.api().metadata("pg_drop_relationship", """
                {"table": "note", "relationship": "writer", "cascade": true}"""));
        assertThat(table("note").has("select_permissions")).isFalse();
    }

    @Test
    @DisplayName("REL-06: a relationship's comment is kept, and taken away with null")
    void commented_relationships() {
        MetadataWorld.success(world.api().metadata("pg_set_relationship_comment", """
                {"source": "default", "table": "person", "relationship": "notes", "comment": "what one wrote"}"""));
        assertThat(table("person").at("/array_relationships/0/comment").asString(""))
                .isEqualTo("what one wrote");
        MetadataWorld.success(world.api().metadata("pg_set_relationship_comment", """
                {"source": "default", "table": "person", "relationship": "notes", "comment": null}"""));
        assertThat(table("person").at("/array_relationships/0").has("comment")).isFalse();
    }

    private Api.Reply sql(String sql, String more) {
        return world.api()
                .post(
                        "/v2/query",
                        Json.read("{\"type\": \"run_sql\", \"args\": {\"sql\": " + Json.write(Json.string(sql)) + more
                                + "}}"));
    }

    private void answered(String sql, String more, String answer) {
        Answers.assertSame(Json.read(answer), sql(sql, more).json());
    }

    private void refused(String sql, String more, String code, String message) {
        var reply = sql(sql, more);
        assertThat(reply.status()).as(reply.text()).isEqualTo(400);
        var expected = Json.object().put("path", "$.args").put("error", message).put("code", code);
        Answers.assertSame(expected, reply.json());
    }

    private void told(String query, String data) {
        Answers.assertSame(Json.read("{\"data\": " + data + "}"), world.api().graphql(query));
    }

    /** As the role {@code user}. */
    private void queried(String query, String data) {
        Answers.assertSame(
                Json.read("{\"data\": " + data + "}"), world.api().as("user").graphql(query));
    }

    private JsonNode source() {
        return world.api().metadata("export_metadata", "{}").at("/sources/0");
    }

    private JsonNode table(String name) {
        for (var each : source().path("tables")) {
            if (each.at("/table/name").asString("").equals(name)) return each;
        }
        return Json.object().path("none");
    }
}
