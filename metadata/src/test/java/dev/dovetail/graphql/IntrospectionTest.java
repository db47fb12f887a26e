package dev.dovetail.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.error.ApiException;
import dev.dovetail.graphql.sdl.DefinedTypes;
import dev.dovetail.graphql.sdl.IntrospectionReader;
import dev.dovetail.graphql.sdl.SdlReader;
import dev.dovetail.graphql.type.DirectiveDef;
import dev.dovetail.graphql.type.InputField;
import dev.dovetail.graphql.type.NoMeaning;
import dev.dovetail.graphql.type.ObjectType;
import dev.dovetail.graphql.type.ScalarType;
import dev.dovetail.graphql.type.Schema;
import dev.dovetail.graphql.type.TypeUse;
import dev.dovetail.json.Json;
import graphql.GraphQL;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

class IntrospectionTest {
    static final String SDL = """
            schema { query: Root mutation: Change }
            "Where reading begins"
            type Root {
              users(limit: Int = 10, where: user_filter = {age: {_gt: 1.5}, tags: ["a", "b"], kind: ADMIN}): [user!]!
              node(id: ID!): node
              search("what to look for" text: String! = "a \\"b\\""): [hit]
              old: Boolean @deprecated(reason: "use new")
              older: Boolean @deprecated
            }
            type Change { add(user: user_input!, kind: kind = MEMBER): user }
            "A person"
            type user implements node {
              id: ID! name: String age: Float friends: [[user!]]! kind: kind best: user worst: user
            }
            type book implements node { id: ID! title(upper: Boolean = false): String! at: timestamp }
            interface node { id: ID! }
            union hit = user | book
            enum kind { "who rules" ADMIN MEMBER GUEST @deprecated(reason: "gone") }
            scalar timestamp
            input user_input { name: String! = null_name_is_fine, friends: [user_input!] }
            input user_filter { age: comparison tags: [String!] kind: kind _and: [user_filter!] }
            input comparison { _gt: Float _is_null: Boolean = false }
            """.replace("= null_name_is_fine", "= \"nobody\"");

    @Test
    void agreesWithGraphqlJava() {
        var query = IntrospectionReader.query();
        var ours = Json.object().set("__schema", schema(query));
        var theirs = Json.MAPPER.<JsonNode>valueToTree(
                GraphQL.newGraphQL(UnExecutableSchemaGenerator.makeUnExecutableSchema(registry()))
                        .build()
                        .execute(query)
                        .<Object>getData());
        assertThat(comparable(ours)).isEqualTo(comparable(theirs));
    }

    @Test
    void isReadBack() {
        var read = IntrospectionReader.read(Json.object().set("__schema", schema(IntrospectionReader.query())));
        var sdl = SdlReader.read(SDL);
        assertThat(read.queryType()).isEqualTo("Root");
        assertThat(read.mutationType()).isEqualTo("Change");
        assertThat(read.subscriptionType()).isNull();
        sdl.types().forEach((name, type) -> {
            if (!name.equals("Root") && !name.equals("Change")) { // their arguments come back sorted
                assertThat(read.types()).containsEntry(name, type);
            }
        });
    }

    @Test
    void sortsTypesAndArguments() {
        assertThat(schema("{__schema {types {name}}}").path("types").findValuesAsString("name"))
                .contains("__Schema", "Root", "user", "Boolean", "Int")
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(type("Change", "{fields {args {name}}}").findValuesAsString("name"))
                .containsExactly("kind", "user");
    }

    @Test
    void hidesWhatIsDeprecated() {
        assertThat(type("Root", "{fields {name}}").findValuesAsString("name"))
                .containsExactly("users", "node", "search");
        assertThat(type("kind", "{enumValues(includeDeprecated: false) {name}}").findValuesAsString("name"))
                .containsExactly("ADMIN", "MEMBER");
        assertThat(type("Root", "{fields(includeDeprecated: true) {deprecationReason}}")
                        .findValuesAsString("deprecationReason"))
                .contains("use new", "No longer supported");
    }

    @Test
    void answersAliasesAndTypenames() {
        check(type("user", "{__typename me: name fields {__typename f: name type {__typename k: kind}}}"), """
                {"__typename":"__Type","me":"user","fields":[
                {"__typename":"__Field","f":"id","type":{"__typename":"__Type","k":"NON_NULL"}},
                {"__typename":"__Field","f":"name","type":{"__typename":"__Type","k":"SCALAR"}},
                {"__typename":"__Field","f":"age","type":{"__typename":"__Type","k":"SCALAR"}},
                {"__typename":"__Field","f":"friends","type":{"__typename":"__Type","k":"NON_NULL"}},
                {"__typename":"__Field","f":"kind","type":{"__typename":"__Type","k":"ENUM"}},
                {"__typename":"__Field","f":"best","type":{"__typename":"__Type","k":"OBJECT"}},
                {"__typename":"__Field","f":"worst","type":{"__typename":"__Type","k":"OBJECT"}}]}
                """);
        check(type("hit", "{kind name fields {name} possibleTypes {name}}"), """
                {"kind":"UNION","name":"hit","fields":null,"possibleTypes":[{"name":"user"},{"name":"book"}]}
                """);
        check(type("nobody", "{name}"), "null");
        check(type("__TypeKind", "{kind}"), "{\"kind\":\"ENUM\"}");
        check(
                schema("{__schema {__typename description "
                        + "directives {__typename name locations isRepeatable args {name type {ofType {name}}}}}}"),
                """
                {"__typename":"__Schema","description":null,"directives":[{"__typename":"__Directive",
                "name":"skip",
                "locations":["FIELD"],"isRepeatable":false,
                "args":[{"name":"if","type":{"ofType":{"name":"Boolean"}}}]}]}
                """);
    }

    @Test
    void refusesEndlessAnswers() {
        var endless = "{__schema {types " + "{fields {type ".repeat(40) + "{name}" + "}}".repeat(40) + "}}";
        assertThatThrownBy(() -> schema(endless))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("too large an answer");
    }

    @Test
    void typesOfIntrospectionCarryTheMeaning() {
        var types = IntrospectionTypes.of("introspection");
        assertThat(types.queryFields()).extracting("name").containsExactly("__schema", "__type");
        assertThat(types.types().keySet())
                .contains("__Schema", "__Type", "__Field", "__InputValue", "__EnumValue", "__TypeKind", "__Directive");
        var type = (ObjectType<String>) types.types().get("__Type");
        assertThat(type).isNotNull();
        var fields = type.fields().get("fields");
        assertThat(fields).isNotNull();
        assertThat(fields.meaning()).isEqualTo("introspection");
        assertThat(fields.type().print()).isEqualTo("[__Field!]");
        assertThat(fields.arguments().firstEntry().getValue().required()).isFalse();
        assertThat(fields.type().named().type().get().name()).isEqualTo("__Field");
    }

    private static Schema<String> testSchema() {
        var definitions = SdlReader.read(SDL);
        var types = DefinedTypes.of(definitions, "meaning");
        var bool = TypeUse.Named.<NoMeaning>of(new ScalarType<>("Boolean", null));
        var condition = new InputField<>("if", null, new TypeUse.NonNull<>(bool), null, NoMeaning.NONE);
        return new Schema<>(
                (ObjectType<String>) types.get("Root"),
                (ObjectType<String>) types.get("Change"),
                null,
                List.of(new DirectiveDef("skip", null, List.of("FIELD"), List.of(condition))));
    }

    private static JsonNode schema(String query) {
        var root = Selected.of(DocumentParser.parse(query)).getFirst();
        return Introspection.schema(testSchema(), root.children());
    }

    private static JsonNode type(String name, String selections) {
        return Introspection.type(testSchema(), name, Selected.of(DocumentParser.parse(selections)));
    }

    private static TypeDefinitionRegistry registry() {
        return new SchemaParser().parse(SDL);
    }

    private static void check(JsonNode answer, String expected) {
        assertThat(answer).isEqualTo(Json.read(expected));
        assertThat(Json.write(answer)).isEqualTo(Json.write(Json.read(expected)));
    }

    /** Everything listed sorted by name, and without the types of introspection, of which graphql-java has more. */
    private static @Nullable Object comparable(JsonNode node) {
        if (node instanceof ArrayNode array) {
            var items = new ArrayList<@Nullable Object>();
            array.values().stream()
                    .filter(each -> !each.path("name").asString("").startsWith("__"))
                    .sorted(Comparator.comparing(each -> each.path("name").asString("")))
                    .forEach(each -> items.add(comparable(each)));
            return items;
        }
        if (node.isObject()) {
            var fields = new TreeMap<String, @Nullable Object>();
            node.properties().forEach(each -> fields.put(each.getKey(), field(each.getKey(), each.getValue())));
            return fields;
        }
        return node.isNull() ? null : node.asString();
    }

    private static @Nullable Object field(String name, JsonNode value) {
        return switch (name) {
            case "defaultValue" -> value.isNull() ? null : DocumentParser.constant(value.asString());
            case "description" ->
                value.asString("").isEmpty() || value.asString().startsWith("Built-in") ? null : comparable(value);
            case "interfaces" -> value.isEmpty() ? null : comparable(value); // the reference has null for an interface
            default -> comparable(value);
        };
    }
}
