package dev.dovetail.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.Failure;
import dev.dovetail.error.Path;
import dev.dovetail.graphql.type.InputField;
import dev.dovetail.graphql.type.InputObjectType;
import dev.dovetail.graphql.type.Lazy;
import dev.dovetail.graphql.type.TypeUse;
import dev.dovetail.json.Json;
import dev.dovetail.metadata.CustomTypesCodec;
import dev.dovetail.metadata.project.ActionSdl;
import dev.dovetail.model.Fetched;
import dev.dovetail.model.Surroundings;
import dev.dovetail.name.ActionName;
import dev.dovetail.name.RemoteSchemaName;
import dev.dovetail.name.RoleName;
import dev.dovetail.schema.InputMeaning;
import dev.dovetail.schema.Meaning;
import dev.dovetail.schema.SchemaKey;
import dev.dovetail.schema.Schemas;
import dev.dovetail.world.World;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("ACT-27")
class DerivationTest {
    @Test
    void variablesBecomeArgumentsAndWhatIsSelectedTheAnswer() {
        check("mutation insertUser($name: String) { insert_users_one(object: {name: $name}) { id name } }", """
                type Mutation {
                  insertUser(
                    name: String
                  ): InsertUserOutput
                }

                type InsertUserOutput {
                  id: Int!
                  name: String!
                }

                """, """
                [{"name": "users", "type": "object", "source": "default",
                  "remote_table": {"schema": "public", "name": "users"}, "field_mapping": {"id": "id"}}]""");
    }

    @Test
    void whatIsWithinKeepsItsShapeUnderTheKeysOfTheAnswer() {
        check("""
                query posts($least: Int! = 1) { found: users(where: {id: {_gte: $least}}) { key: id title: name
                  posts { title __typename } } }""", """
                type Query {
                  posts(
                    least: Int
                  ): [PostsOutput!]!
                }

                type PostsOutput {
                  key: Int!
                  title: String!
                  posts: [PostsPostsOutput!]!
                }

                type PostsPostsOutput {
                  title: String!
                }

                """, """
                [{"name": "users", "type": "object", "source": "default",
                  "remote_table": {"schema": "public", "name": "users"}, "field_mapping": {"key": "id"}}]""");
    }

    @Test
    void severalFieldsBecomeAnObjectOfThem() {
        check(
                "query both($it: Boolean!) { users { name @skip(if: $it) } posts_aggregate { aggregate { count } } }",
                """
                type Query {
                  both(
                    it: Boolean!
                  ): BothOutput
                }

                type BothOutput {
                  users: [BothUsersOutput!]!
                  posts_aggregate: BothPostsAggregateOutput!
                }

                type BothUsersOutput {
                  name: String
                }

                type BothPostsAggregateOutput {
                  aggregate: BothPostsAggregateAggregateOutput
                }

                type BothPostsAggregateAggregateOutput {
                  count: Int!
                }

                """,
                "[]");
    }

    @Test
    void enumsAreCopied() {
        var sdl = sdl(derived("query ($by: order_by) { users(order_by: {id: $by}) { id } }", "sorted"));
        assertThat(sdl)
                .contains("by: SortedOrderBy\n")
                .contains("enum SortedOrderBy {")
                .contains("asc_nulls_first");
    }

    @Test
    void whatIsAnsweredMayBeAnEnumOrNoObjectAtAll() {
        assertThat(sdl(derived("query kinds { users { kind } }", null)))
                .contains("kind: KindsKindsEnum\n")
                .contains("enum KindsKindsEnum {\n");
        assertThat(derived("query hi { hello }", null).outputType()).isEqualTo("String");
        assertThat(derived("query hi { hello }", null).types().objects()).isEmpty();
    }

    @Test
    void scalarsOfRemoteSchemasAreDeclared() {
        var skies = Json.write(World.skies())
                .replace("{\"kind\":\"SCALAR\",\"name\":\"Float\"", "{\"kind\":\"SCALAR\",\"name\":\"Degrees\"")
                .replace("\"name\":\"Float\"", "\"name\":\"Degrees\"");
        assertThat(skies).contains("Degrees");
        var model = World.model(
                World.metadata(),
                around -> new Surroundings(
                        around.catalogs(),
                        Map.of(new RemoteSchemaName("skies"), new Fetched.Got<>(Json.read(skies))),
                        around.environment(),
                        around.openness()));
        var types = Derivation.of(
                        model,
                        new Schemas(model).of(new SchemaKey(RoleName.ADMIN, true)),
                        "query w($city: String!) { weather(city: $city) { degrees } }",
                        null,
                        Path.ROOT)
                .types();
        assertThat(types.scalars())
                .singleElement()
                .satisfies(scalar -> assertThat(scalar.name()).isEqualTo("Degrees"));
    }

    @Test
    void inputTypesBeginWithTheActionsName() {
        var sdl = sdl(derived(
                "mutation ($set: users_set_input!) { update_users(where: {}, _set: $set) { affected_rows } }",
                "change"));
        assertThat(sdl)
                .contains("set: ChangeUsersSetInput!\n")
                .contains("input ChangeUsersSetInput {\n")
                .contains("type ChangeOutput {\n  affected_rows: Int!\n}");
    }

    @Test
    void aRowThatIsDeletedIsNotLedBackTo() {
        var types = derived("mutation gone($id: Int!) { delete_users_by_pk(id: $id) { id } }", null)
                .types();
        assertThat(types.objects())
                .singleElement()
                .satisfies(type -> assertThat(type.relationships()).isEmpty());
    }

    @Test
    void withoutAnyNameTheFirstFieldGivesIt() {
        assertThat(derived("{ users { id } }", null).name()).isEqualTo(new ActionName("UsersDerived"));
        assertThat(derived("query named { users { id } }", "mine").name()).isEqualTo(new ActionName("mine"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            { users { ~ this seems to be an invalid GraphQL query: not a valid graphql query (at $.query)
            query a { users { id } } query b { users { id } } ~ you can derive action from only one operation
            subscription { users { id } } ~ subscriptions cannot be derived into actions
            { __typename } ~ the given operation must ask for at least one root field
            { users { ...f } } fragment f on users { id } ~ fragments are not supported
            { ... { users { id } } } ~ fragments are not supported
            { users { ... on users { id } } } ~ fragments are not supported
            { users { __typename } } ~ nothing is selected of 'users' that a handler could answer
            query ($a: Int) { users { id } } ~ the variable "a" is never used
            { nope } ~ this is not a valid GraphQL query as per the current GraphQL schema: \
            field 'nope' not found in type: 'query_root' (at $.selectionSet.nope)
            query ($a: String) { users(limit: $a) { id } } ~ this is not a valid GraphQL query as per the current \
            GraphQL schema: variable 'a' is declared as 'String', but used where 'Int' is expected \
            (at $.selectionSet.users.args.limit)
            """)
    void whatMakesNoActionIsRefused(String operation, String message) {
        var refusal = Objects.requireNonNull(
                Assertions.catchThrowableOfType(ApiException.class, () -> derived(operation, null)));
        assertThat(refusal.failure())
                .isInstanceOfSatisfying(
                        Failure.Own.class, own -> assertThat(own.message()).isEqualTo(message));
    }

    @Test
    void typesThatDifferByCaseAloneStayTwo() {
        var names = new TypeNames("add");
        assertThat(names.copy("users")).isEqualTo("AddUsers").isEqualTo(names.copy("users"));
        assertThat(names.copy("Users")).isEqualTo("AddUsers2").isEqualTo(names.copy("Users"));
        assertThat(names.copy("users_2")).isEqualTo("AddUsers22");
        assertThat(names.fresh("users")).isEqualTo("AddUsers3");
    }

    @Test
    void anInputThatNeedsEndlesslyManyIsRefused() {
        var fields = new LinkedHashMap<String, InputField<Meaning>>();
        var type = new InputObjectType<Meaning>("Tree", null, Lazy.ready(fields));
        var one = new TypeUse.NonNull<>(TypeUse.Named.<Meaning>of(type));
        fields.put("left", new InputField<>("left", null, one, null, new InputMeaning.AndAll()));
        fields.put("right", new InputField<>("right", null, one, null, new InputMeaning.AndAll()));
        var original = Original.read("query ($tree: Tree!) { find(tree: $tree) }");
        assertThatThrownBy(() -> SampleValues.of(Map.of("Tree", type), original))
                .isInstanceOfSatisfying(
                        Underivable.class,
                        refusal -> assertThat(refusal.reason())
                                .startsWith("the types of the variables need more than 10000 objects"));
    }

    private static void check(String operation, String sdl, String relationships) {
        var derived = derived(operation, null);
        assertThat(sdl(derived)).isEqualTo(sdl);
        assertThat(CustomTypesCodec.encode(derived.types())
                        .path("objects")
                        .path(0)
                        .withArray("relationships"))
                .isEqualTo(Json.read(relationships));
    }

    private static Derived derived(String operation, @Nullable String name) {
        var model = World.model();
        return Derivation.of(
                model,
                new Schemas(model).of(new SchemaKey(RoleName.ADMIN, false)),
                operation,
                name == null ? null : new ActionName(name),
                Path.ROOT);
    }

    private static String sdl(Derived derived) {
        var definition = Json.object().put("type", derived.kind().keyword()).put("output_type", derived.outputType());
        var arguments = definition.putArray("arguments");
        derived.arguments()
                .forEach(each -> arguments.addObject().put("name", each.name()).put("type", each.type()));
        var action = Json.object().put("name", derived.name().value());
        action.set("definition", definition);
        return ActionSdl.write(Json.array().add(action), CustomTypesCodec.encode(derived.types()));
    }
}
