package dev.dovetail.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.Failure;
import dev.dovetail.graphql.DocumentParser;
import dev.dovetail.json.Json;
import dev.dovetail.schema.RoleSchema;
import dev.dovetail.world.World;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class BinderTest {
    private static final RoleSchema USER = World.schema("user");
    private static final String VARIABLE = "query($v: %s) { posts(where: {id: {_eq: $v}}) { id } }";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            { nope } | $.selectionSet.nope | field 'nope' not found in type: 'query_root'
            { users { nope } } | $.selectionSet.users.selectionSet.nope | field 'nope' not found in type: 'users'
            { users { email } } | $.selectionSet.users.selectionSet.email | field 'email' not found in type: 'users'
            { users } | $.selectionSet.users.selectionSet | missing selection set for 'users'
            { users { id { x } } } | $.selectionSet.users.selectionSet.id | unexpected subselection set for non-object field
            { users(nope: 1) { id } } | $.selectionSet.users | 'users' has no argument named 'nope'
            { users(where: {nope: {}}) { id } } | $.selectionSet.users.args.where.nope | field 'nope' not found in type: 'users_bool_exp'
            { users(where: 5) { id } } | $.selectionSet.users.args.where | expected an object for type 'users_bool_exp', but found an integer
            { users(order_by: {id: up}) { id } } | $.selectionSet.users.args.order_by[0].id | expected one of the values ['asc', 'asc_nulls_first', 'asc_nulls_last', 'desc', 'desc_nulls_first', 'desc_nulls_last'] for type 'order_by', but found 'up'
            { users(limit: -1) { id } } | $.selectionSet.users.args.limit | expected a non-negative 32-bit integer for type 'Int', but found an integer
            { users_by_pk { id } } | $.selectionSet.users_by_pk.args | missing required field 'id'
            { users(where: {id: {_eq: $v}}) { id } } | $ | unbound variable "v"
            { users { ...f } } | $.selectionSet.users.selectionSet | reference to undefined fragment "f"
            { users { ...f } } fragment f on users { ...g } fragment g on users { ...f } | $.selectionSet.users.selectionSet.f.selectionSet.g.selectionSet | the fragment definition(s) f, g form a cycle
            { a: users { id } a: posts { id } } | $.selectionSet | selection of both 'users' and 'posts' specify the same response name, 'a'
            { users(limit: 1) { id } users(limit: 2) { id } } | $.selectionSet | inconsistent arguments between multiple selections of field 'users'
            { users @nope { id } } | $.selectionSet | directive 'nope' is not defined in the schema
            { users @skip { id } } | $.selectionSet | missing required field 'if'
            { users @skip(if: true) @skip(if: true) { id } } | $.selectionSet | the following directives are used more than once: ['skip']
            query @skip(if: true) { users { id } } | $ | directive 'skip' is not allowed on a query
            { users { id } } { posts { id } } | $ | exactly one operation has to be present in the document when operationName is not specified
            subscription { users { id } } | $ | no subscriptions exist
            """)
    void whatIsWrongIsSaidWhereItIs(String query, String path, String message) {
        check(query, "{}", path, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Int | {"v": 1, "w": 2} | $ | unexpected variables in variableValues: w
            Int! | {} | $ | expecting a value for non-nullable variable: "v"
            Int! | {"v": null} | $ | null value found for non-nullable type: "Int!"
            String | {"v": "1"} | $.selectionSet.posts.args.where.id._eq | variable 'v' is declared as 'String', but used where 'Int' is expected
            [Int] | {"v": [1]} | $.selectionSet.posts.args.where.id._eq | variable 'v' is declared as '[Int]', but used where 'Int' is expected
            """)
    void variablesAreCheckedAgainstTheirPlaces(String type, String variables, String path, String message) {
        check(VARIABLE.formatted(type), variables, path, message);
    }

    @Test
    void defaultsStandInForWhatIsNotGiven() {
        var text = "query($n: Int = 3, $o: Int) { users(limit: $n, offset: $o) { id } }";
        assertThat(limit(text, "{}")).isEqualTo("3");
        assertThat(limit(text, "{\"n\": 4}")).isEqualTo("4");
        assertThat(limit(text, "{\"n\": null}")).isEqualTo("null");
        assertThat(bind(text, "{}")
                        .fields()
                        .getFirst()
                        .inputs()
                        .get("offset")
                        .value()
                        .isNull())
                .isTrue();
    }

    private static String limit(String query, String variables) {
        var inputs = bind(query, variables).fields().getFirst().inputs();
        return String.valueOf(inputs.get("limit").value().json());
    }

    @Test
    void oneValueIsAListWhereAListIsTaken() {
        var where = bind("{ posts(where: {_and: {id: {_in: 5}}}) { id } }", "{}")
                .fields()
                .getFirst()
                .inputs()
                .get("where");
        assertThat(where.value().json()).hasToString("{\"_and\":[{\"id\":{\"_in\":[5]}}]}");
    }

    @Test
    void fieldsOfOneKeyAreMergedInTheOrderOfTheirFirst() {
        var users = bind("{ users { posts { id } name ...f posts { title } } } fragment f on users { id name }", "{}")
                .fields()
                .getFirst();
        assertThat(keys(users)).containsExactly("posts", "name", "id");
        assertThat(keys(users.fields().getFirst())).containsExactly("id", "title");
    }

    @Test
    void skippedFieldsAreGone() {
        var text =
                "query($s: Boolean!) { users { id @skip(if: $s) name @include(if: $s) ... @skip(if: $s) { kind } } }";
        assertThat(keys(bind(text, "{\"s\": true}").fields().getFirst())).containsExactly("name");
        assertThat(keys(bind(text, "{\"s\": false}").fields().getFirst())).containsExactly("id", "kind");
    }

    /** Each fragment spreads the next one twice in one set, fifty times over. */
    @Test
    @Timeout(10)
    void spreadingTwiceCostsNoMore() {
        var text = new StringBuilder("{ users { ...f0 } }");
        for (var i = 0; i < 50; i++) {
            text.append(" fragment f%d on users { ...f%d ...f%d }".formatted(i, i + 1, i + 1));
        }
        var users = bind(text.append(" fragment f50 on users { id }").toString(), "{}")
                .fields()
                .getFirst();
        assertThat(keys(users)).containsExactly("id");
    }

    /** The same under two keys each: two to the power of fifty fields, which must be refused instead of built. */
    @Test
    @Timeout(20)
    void whatMultipliesIsBounded() {
        var text = new StringBuilder("{ users { ...f0 } }");
        for (var i = 0; i < 50; i++) {
            text.append(" fragment f%d on users { a: manager { ...f%d } b: manager { ...f%d } }"
                    .formatted(i, i + 1, i + 1));
        }
        check(
                text.append(" fragment f50 on users { id }").toString(),
                "{}",
                "$.selectionSet",
                "the operation selects more than 100000 fields");
    }

    @Test
    void mergingManyTimesIsQuick() {
        var text = "{ users { " + "posts { id } ".repeat(50_000) + "} }";
        org.junit.jupiter.api.Assertions.assertTimeout(Duration.ofSeconds(10), () -> bind(text, "{}"));
    }

    private static List<String> keys(BoundField field) {
        return field.fields().stream().map(BoundField::key).toList();
    }

    private static Operation bind(String query, String variables) {
        return new Binder(USER, DocumentParser.parse(query), null, (ObjectNode) Json.read(variables)).bind();
    }

    private static void check(String query, String variables, String path, String message) {
        try {
            assertThat(bind(query, variables)).as("bound").isNull();
        } catch (ApiException refused) {
            assertThat(refused.failures()).hasSize(1);
            var failure = (Failure.Own) refused.failures().getFirst();
            assertThat(failure.path().toString() + ": " + failure.message()).isEqualTo(path + ": " + message);
        }
    }
}
