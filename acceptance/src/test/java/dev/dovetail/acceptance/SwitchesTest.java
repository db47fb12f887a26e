package dev.dovetail.acceptance;

import dev.dovetail.json.Json;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Options that change what a request means or what a schema shows; the golden cases show how it is without them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SwitchesTest {
    private World lenient;
    private World strings;

    @BeforeAll
    void start() throws IOException {
        lenient = world(Map.of(
                "HASURA_GRAPHQL_V1_BOOLEAN_NULL_COLLAPSE",
                "true",
                "HASURA_GRAPHQL_BACKWARDS_COMPAT_NULL_IN_NONNULLABLE_VARIABLES",
                "true",
                "HASURA_GRAPHQL_EXPERIMENTAL_FEATURES",
                "disable_postgres_arrays,no_null_unbound_variable_default"));
        strings = world(Map.of(
                "HASURA_GRAPHQL_STRINGIFY_NUMERIC_TYPES",
                "true",
                "HASURA_GRAPHQL_EXPERIMENTAL_FEATURES",
                "hide_update_many_fields,hide_aggregation_predicates"));
    }

    private static World world(Map<String, String> env) throws IOException {
        var world = World.start(env);
        world.api().runSql("""
                create table item (id int primary key, note text, words text[], numbers int[], big bigint, price numeric,
                  f8 float8, f4 real, small smallint, up int references item, over bigint[]);
                insert into item values
                  (1, 'one', '{a,b}', '{1}', 9007199254740993, 1.50, 0.1, 1.5, 7, null, '{9007199254740993}'),
                  (2, null, null, null, null, null, null, null, null, 1, null)""");
        world.api().metadata("bulk", """
                [{"type": "pg_track_table", "args": {"source": "default", "table": "item"}},
                 {"type": "pg_create_array_relationship", "args": {"source": "default", "table": "item", "name": "parts", "using": {"foreign_key_constraint_on": {"table": "item", "column": "up"}}}}]""");
        return world;
    }

    @AfterAll
    void stop() {
        lenient.close();
        strings.close();
    }

    @Test
    @DisplayName("FLT-15: with the switch of version 1, a comparison with null counts as if it were not written")
    void null_comparisons_collapse() {
        var both = "{\"data\": {\"item\": [{\"id\": 1}, {\"id\": 2}]}}";
        check(lenient, "{ item(where: {note: {_eq: null}}) { id } }", "{}", both);
        check(lenient, "{ item(where: {id: {_in: null}, note: {_is_null: null, _like: null}}) { id } }", "{}", both);
        check(lenient, "query ($id: Int) { item(where: {id: {_eq: $id}}) { id } }", "{\"id\": null}", both);
        check(
                lenient,
                "query ($w: item_bool_exp) { item(where: $w) { id } }",
                "{\"w\": {\"id\": {\"_gt\": null}}}",
                both);
        check(
                lenient,
                "query ($id: Int) { item(where: {id: {_eq: $id, _gt: 1}}) { id } }",
                "{\"id\": null}",
                "{\"data\": {\"item\": [{\"id\": 2}]}}");
        check(
                lenient,
                "query ($id: Int) { item(where: {_not: {id: {_eq: $id}}}) { id } }",
                "{\"id\": null}",
                "{\"data\": {\"item\": []}}");
        check(lenient, "{ item(where: {note: null}) { id } }", "{}", """
                {"errors": [{"message": "expected an object for type 'String_comparison_exp', but found null",
                  "extensions": {"path": "$.selectionSet.item.args.where.note", "code": "validation-failed"}}]}""");
        check(lenient, "{ item(where: {_not: null}) { id } }", "{}", """
                {"errors": [{"message": "expected an object for type 'item_bool_exp', but found null",
                  "extensions": {"path": "$.selectionSet.item.args.where._not", "code": "validation-failed"}}]}""");
    }

    @Test
    @DisplayName("GQL-09: variables that are not nullable take null when told to, and pass it on")
    void null_for_a_variable_that_is_not_nullable() {
        check(
                lenient,
                "query ($n: Int!) { item(limit: $n) { id } }",
                "{\"n\": null}",
                "{\"data\": {\"item\": [{\"id\": 1}, {\"id\": 2}]}}");
        check(lenient, "query ($id: Int!) { item_by_pk(id: $id) { id } }", "{\"id\": null}", """
                {"errors": [{"message": "unexpected null value for type 'Int'",
                  "extensions": {"path": "$.selectionSet.item_by_pk.args.id", "code": "validation-failed"}}]}""");
        check(strings, "query ($n: Int!) { item(limit: $n) { id } }", "{\"n\": null}", """
                {"errors": [{"message": "null value found for non-nullable type: \\"Int!\\"",
                  "extensions": {"path": "$", "code": "validation-failed"}}]}""");
    }

    @Test
    @DisplayName("GQL-09: a variable without value counts as if it were not written, when told to")
    void absent_variables_are_left_out() {
        var update =
                "mutation ($note: String) { update_item_by_pk(pk_columns: {id: 1}, _set: {note: $note}) { note } }";
        check(lenient, update, "{}", "{\"data\": {\"update_item_by_pk\": null}}");
        check(
                lenient,
                "query ($id: Int) { item(where: {id: {_in: [2, $id]}}) { id } }",
                "{}",
                "{\"data\": {\"item\": [{\"id\": 2}]}}");
        check(lenient, "query ($id: Int) { item_by_pk(id: $id) { id } }", "{}", """
                {"errors": [{"message": "missing required field 'id'",
                  "extensions": {"path": "$.selectionSet.item_by_pk.args", "code": "validation-failed"}}]}""");
        strings.sql().run("update item set note = 'one' where id = 1");
        check(strings, update, "{}", "{\"data\": {\"update_item_by_pk\": {\"note\": null}}}");
    }

    @Test
    @DisplayName("QRY-15: without lists, arrays are scalars called as in Postgres, given as lists or literals")
    void arrays_as_scalars() {
        check(lenient, "{ __type(name: \"item\") { fields { name type { name } } } }", "{}", """
                {"data": {"__type": {"fields": [
                  {"name": "big", "type": {"name": "bigint"}}, {"name": "f4", "type": {"name": "Float"}},
                  {"name": "f8", "type": {"name": "float8"}}, {"name": "id", "type": {"name": null}},
                  {"name": "note", "type": {"name": "String"}}, {"name": "numbers", "type": {"name": "_integer"}},
                  {"name": "over", "type": {"name": "_bigint"}},
                  {"name": "parts", "type": {"name": null}}, {"name": "parts_aggregate", "type": {"name": null}},
                  {"name": "price", "type": {"name": "numeric"}}, {"name": "small", "type": {"name": "smallint"}},
                  {"name": "up", "type": {"name": "Int"}}, {"name": "words", "type": {"name": "_text"}}]}}}""");
        check(
                lenient,
                "query ($w: _text!, $n: _integer!) { item(where: {words: {_contains: $w}, numbers: {_eq: $n}}) { words numbers } }",
                "{\"w\": \"{a}\", \"n\": [1]}",
                "{\"data\": {\"item\": [{\"words\": [\"a\", \"b\"], \"numbers\": [1]}]}}");
        check(
                lenient,
                "mutation { insert_item_one(object: {id: 9, words: \"{x,NULL}\", numbers: [3, 4]}) { words numbers } }",
                "{}",
                "{\"data\": {\"insert_item_one\": {\"words\": [\"x\", null], \"numbers\": [3, 4]}}}");
        check(lenient, "mutation { delete_item_by_pk(id: 9) { id } }", "{}", """
                {"data": {"delete_item_by_pk": {"id": 9}}}""");
    }

    @Test
    @DisplayName("QRY-14: bigint, numeric and float8 as strings, wherever they stand")
    void numbers_as_strings() {
        check(strings, "{ item_by_pk(id: 1) { id big price f8 f4 small over } }", "{}", """
                {"data": {"item_by_pk": {"id": 1, "big": "9007199254740993", "price": "1.50", "f8": "0.1", "f4": 1.5,
                  "small": 7, "over": [9007199254740993]}}}""");
        check(
                strings,
                "{ item_aggregate { aggregate { count sum { big price id } max { big } avg { id price } } } }",
                "{}",
                """
                {"data": {"item_aggregate": {"aggregate": {"count": 2, "sum": {"big": "9007199254740993",
                  "price": "1.50", "id": 3}, "max": {"big": "9007199254740993"},
                  "avg": {"id": 1.5, "price": "1.50000000000000000000"}}}}}""");
        check(
                strings,
                "mutation { update_item_by_pk(pk_columns: {id: 1}, _set: {price: \"2.25\"}) { price } }",
                "{}",
                "{\"data\": {\"update_item_by_pk\": {\"price\": \"2.25\"}}}");
        strings.sql().run("update item set price = 1.50 where id = 1");
    }

    @Test
    @DisplayName("MUT-11, FLT-13: what the experimental switches hide is not there")
    void hidden_features() {
        check(strings, "mutation { update_item_many(updates: []) { affected_rows } }", "{}", """
                {"errors": [{"message": "field 'update_item_many' not found in type: 'mutation_root'",
                  "extensions": {"path": "$.selectionSet.update_item_many", "code": "validation-failed"}}]}""");
        check(strings, "{ item(where: {parts_aggregate: {count: {predicate: {_eq: 1}}}}) { id } }", "{}", """
                {"errors": [{"message": "field 'parts_aggregate' not found in type: 'item_bool_exp'",
                  "extensions": {"path": "$.selectionSet.item.args.where.parts_aggregate", "code": "validation-failed"}}]}""");
        check(
                lenient,
                "{ item(where: {parts_aggregate: {count: {predicate: {_eq: 1}}}}) { id } }",
                "{}",
                "{\"data\": {\"item\": [{\"id\": 1}]}}");
    }

    private static void check(World world, String request, String variables, String answer) {
        Answers.assertSame(Json.read(answer), world.api().graphql(request, Json.read(variables)));
    }
}
