package dev.dovetail.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.error.Path;
import dev.dovetail.graphql.ast.TypeSyntax;
import dev.dovetail.graphql.sdl.SdlReader;
import dev.dovetail.json.Json;
import dev.dovetail.metadata.RemoteRelationshipCodec;
import dev.dovetail.world.Others;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Definitions of relationships to remote schemas and actions: those that could never work are told at once. */
class RemoteTargetsTest {
    private static final RemoteSchema REMOTE = Others.remote("library", SdlReader.read("""
                    type Query {
                      book(id: Int, kind: Kind, mark: ID, ratio: Float, sure: Boolean, like: Like, any: Any,
                        tags: [String]): Book
                      books(ids: [Int!]!, one: Int, like: Like, likes: [Like], deep: [[Int]], any: Any): [Book!]!
                      shelf: Shelf
                      shelves: [Shelf]
                      titles(ids: [Int!]!): [String]
                      piles(ids: [Int!]!): [[Book]]
                      needy(title: String!, again: String): Book
                    }
                    type Shelf { books(ids: [Int!]): [Book] }
                    type Book { id: Int title: String! author: Author ids: [Int] of(day: Int!): Int on(day: Int! = 1): Int
                      kind: Kind }
                    type Author { name: String }
                    enum Kind { NOVEL }
                    input Like { ids: [Int] name: String kind: Kind }
                    scalar Any
                    """));

    @Test
    @DisplayName("RRL-09: a batch that cannot work is refused")
    void batches() {
        checkBatch("{\"books\": {\"arguments\": {\"ids\": \"$id\"}}}", "id", null);
        checkBatch("{\"books\": {\"arguments\": {\"ids\": \"$id\"}}}", "on", null);
        checkBatch("{\"books\": {\"arguments\": {\"ids\": \"$id\"}}}", "kind", null);
        checkBatch("{\"books\": {\"arguments\": {\"ids\": [], \"like\": {\"ids\": \"$id\"}}}}", "id", null);
        checkBatch("{\"books\": {\"arguments\": {\"ids\": [], \"any\": \"$id\"}}}", "id", null);
        checkBatch(
                "{\"shelf\": {\"arguments\": {}, \"field\": {\"books\": {\"arguments\": {\"ids\": \"$id\"}}}}}",
                "id",
                null);
        checkBatch("{\"books\": {\"arguments\": {\"ids\": [1]}}}", "id", "no argument takes it");
        checkBatch("{\"books\": {\"arguments\": {\"ids\": [\"$id\"]}}}", "id", "an argument that takes it is Int!");
        checkBatch(
                "{\"books\": {\"arguments\": {\"ids\": \"$id\", \"one\": \"$id\"}}}",
                "id",
                "a batch gives \"id\" as a list, but an argument that takes it is Int");
        checkBatch("{\"books\": {\"arguments\": {\"ids\": [1], \"deep\": \"$id\"}}}", "id", "is [[Int]]");
        checkBatch("{\"books\": {\"arguments\": {\"ids\": [1], \"likes\": \"$id\"}}}", "id", "is [Like]");
        checkBatch("{\"book\": {\"arguments\": {\"tags\": \"$id\"}}}", "id", "a batch needs a list");
        checkBatch("{\"piles\": {\"arguments\": {\"ids\": \"$id\"}}}", "id", "a batch needs a list");
        checkBatch(
                "{\"titles\": {\"arguments\": {\"ids\": \"$id\"}}}", "id", "field with name \"id\" not found in type");
        checkBatch(
                "{\"shelves\": {\"arguments\": {}, \"field\": {\"books\": {\"arguments\": {\"ids\": \"$id\"}}}}}",
                "id",
                "the field \"shelves\" on the way answers [Shelf]");
        var good = "{\"books\": {\"arguments\": {\"ids\": \"$id\"}}}";
        checkBatch(good, "nope", "field with name \"nope\" not found in type \"Book\"");
        checkBatch(good, "author", "a batch tells objects apart by a scalar, but the field \"author\" is Author");
        checkBatch(good, "ids", "a batch tells objects apart by a scalar, but the field \"ids\" is [Int]");
        checkBatch(good, "of", "the argument \"day\" of the field \"of\" must be given");
    }

    private static void checkBatch(String field, String matchBy, @Nullable String reason) {
        check(
                "{\"lhs_fields\": [\"id\"], \"remote_field\": " + field + ", \"batch\": {\"match_by\": \"" + matchBy
                        + "\"}}",
                reason);
    }

    @Test
    @DisplayName("RRL-07: what a definition gives must be of the arguments' types, in the reference's words")
    void values() {
        checkValue("\"kind\": \"NOVEL\"", "expected type \"Kind\" but got \"String\"");
        checkValue("\"mark\": 1.5", "Only ID, Int, uuid or String scalar types can be joined to the ID type");
        checkValue("\"mark\": 1", null);
        checkValue("\"mark\": \"x\"", null);
        checkValue("\"ratio\": 1", null);
        checkValue("\"ratio\": \"1\"", "expected type \"Float\" but got \"String\"");
        checkValue("\"sure\": 1", "expected type \"Boolean\" but got \"Int\"");
        checkValue("\"sure\": null", null);
        checkValue("\"any\": {\"x\": [1, \"$id\"]}", null);
        checkValue("\"tags\": \"one\"", null);
        checkValue("\"tags\": [\"one\", \"$id\"]", null);
        checkValue("\"tags\": [1]", "expected type \"String\" but got \"Int\"");
        checkValue("\"ratio\": [1]", "type \"Float\" is not a list type");
        checkValue("\"ratio\": {}", "type \"Float\" is not an input object type");
        checkValue("\"like\": {\"name\": \"$id\"}", null);
        checkValue("\"like\": {\"name\": true}", "expected type \"String\" but got \"Boolean\"");
        checkValue("\"like\": {\"nope\": true}", "the field \"nope\" is not defined in the type \"Like\"");
        check(
                "{\"lhs_fields\": [\"id\"], \"remote_field\": {\"needy\": {\"arguments\": {\"title\": null}}}}",
                "null is not allowed here");
    }

    private static void checkValue(String argument, @Nullable String reason) {
        check("{\"lhs_fields\": [\"id\"], \"remote_field\": {\"book\": {\"arguments\": {" + argument + "}}}}", reason);
    }

    @Test
    @DisplayName("ARL-17: only a query action that answers at once is joined, with values of its arguments' types")
    void actions() {
        checkAction(Action.Type.QUERY, false, "\"$id\"", null);
        checkAction(Action.Type.QUERY, false, "[\"$id\"]", "type \"Int\" is not a list type");
        checkAction(Action.Type.QUERY, true, "\"$id\"", "the action \"ask\" is asynchronous");
        checkAction(Action.Type.MUTATION, false, "\"$id\"", "the action \"ask\" is a mutation");
    }

    private static void checkAction(Action.Type type, boolean asynchronous, String value, @Nullable String reason) {
        var action = Others.action(
                "ask", type, asynchronous, "Int", new Action.Argument("id", null, new TypeSyntax.Named("Int")));
        checkResolved(
                "{\"to_action\": {\"action\": \"ask\", \"arguments\": {\"id\": " + value + "}}}",
                new RemoteTargets(Map.of(), Map.of(), Map.of(action.name(), action)),
                reason);
    }

    @Test
    @DisplayName("RRL-07: a key may stand at several places, and its variable serves those that take no null, too")
    void placesOfAKey() {
        var resolved = resolve(
                "{\"to_remote_schema\": {\"remote_schema\": \"library\", \"lhs_fields\": [\"id\"], \"remote_field\":"
                        + " {\"needy\": {\"arguments\": {\"again\": \"$id\", \"title\": \"$id\"}}}}}",
                targets());
        var target = (RemoteRelationship.Target.ToRemoteSchema) resolved.target();
        var places = new KeyPlaces(REMOTE, target.calls());
        assertThat(places.of("id")).extracting(TypeSyntax::toString).containsExactly("String", "String!");
        assertThat(places.of("id")).map(type -> places.declared("id", type)).hasToString("[String!, String!]");
    }

    /** @param reason null: it is taken */
    private static void check(String toRemoteSchema, @Nullable String reason) {
        var definition = Json.object();
        definition.putObject("to_remote_schema").put("remote_schema", "library");
        Json.read(toRemoteSchema)
                .properties()
                .forEach(each -> definition.withObject("to_remote_schema").set(each.getKey(), each.getValue()));
        checkResolved(Json.write(definition), targets(), reason);
    }

    private static RemoteTargets targets() {
        return new RemoteTargets(Map.of(), Map.of(REMOTE.name(), REMOTE), Map.of());
    }

    private static void checkResolved(String definition, RemoteTargets targets, @Nullable String reason) {
        if (reason == null) {
            assertThatCode(() -> resolve(definition, targets)).as(definition).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> resolve(definition, targets))
                    .as(definition)
                    .isInstanceOf(Unresolvable.class)
                    .hasMessageContaining(reason);
        }
    }

    private static RemoteRelationship resolve(String definition, RemoteTargets targets) {
        var metadata = RemoteRelationshipCodec.decode(
                Json.object().put("name", "r").set("definition", Json.read(definition)), Path.ROOT);
        return targets.resolve(metadata, name -> new JoinKey.OfField(List.of(name), false));
    }
}
