package dev.dovetail.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.dovetail.error.ApiException;
import dev.dovetail.graphql.DocumentParser;
import dev.dovetail.json.Json;
import dev.dovetail.model.Fetched;
import dev.dovetail.model.Model;
import dev.dovetail.model.Openness;
import dev.dovetail.model.Surroundings;
import dev.dovetail.name.RemoteSchemaName;
import dev.dovetail.name.RoleName;
import dev.dovetail.operation.Binder;
import dev.dovetail.plan.Plan;
import dev.dovetail.planner.Planner;
import dev.dovetail.planner.PlannerOptions;
import dev.dovetail.schema.SchemaKey;
import dev.dovetail.schema.Schemas;
import dev.dovetail.world.World;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Interfaces of a remote schema within one another: what a request costs grows with its text, not with its depth. */
class DeepInterfacesTest {
    private static final int MEMBERS = 8;
    private static final int DEPTH = 100;
    private static final Model MODEL = World.model(metadata(), DeepInterfacesTest::around);

    @Test
    @DisplayName("RSC-12: interfaces that are asked for no type cost a list of fields a level")
    void untyped() {
        check(within -> "author { kept { title " + within + " } }");
    }

    @Test
    @DisplayName("RSC-12: interfaces that are asked for types share what they are all asked for")
    void typed() {
        var each = IntStream.range(0, MEMBERS)
                .mapToObj(i -> "... on T" + i + " { title }")
                .collect(Collectors.joining(" "));
        check(within -> "author { kept { __typename " + each + " " + within + " } }");
    }

    @Test
    @DisplayName("RSC-12: types that differ in what is joined, in each other, are refused before they fill the memory")
    void joined() {
        assertThatThrownBy(() -> planned(
                        query(within -> "author { kept { " + within + " ... on T0 { author { users { id } } } } }")))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("more than 1000 places");
    }

    @Test
    @DisplayName("RRL-04: what is joined in many places is planned once")
    void joinedOnce() {
        assertThat(PlanWeight.of(planned(joinedInPlaces(8, "more: users { id }"))))
                .isBetween(50_000, 2_000_000);
    }

    @Test
    @DisplayName("RRL-04: what is merged anew in every place is refused before it fills the memory")
    void mergedInPlaces() {
        assertThatThrownBy(() -> planned(joinedInPlaces(9, "users { name }")))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("more than 200000 fields of what it joins");
    }

    /** A great join below levels that differ for one type: the places in which it stands double with each. */
    private static String joinedInPlaces(int levels, String more) {
        var fields = IntStream.range(0, 2_000).mapToObj(i -> "a" + i + ": id").collect(Collectors.joining(" "));
        var text = "author { users { " + fields + " } }";
        for (var i = 0; i < levels; i++) {
            text = "author { kept { " + text + " ... on T0 { author { " + more + " } } } }";
        }
        return "{ item { " + text + " } }";
    }

    @Test
    @DisplayName("RSC-09: only to whose view a permission cuts is it told beforehand which types there are")
    void names() {
        checkSeen(MODEL, "admin", "seen=null");
        checkSeen(MODEL, "reader", "seen=null");
        var cut = World.model(metadata(), around -> closed(around(around)));
        checkSeen(cut, "admin", "seen=null");
        checkSeen(cut, "reader", "seen=[T0]");
    }

    private static void checkSeen(Model model, String role, String seen) {
        assertThat(planned(model, role, "{ item { __typename } }").toString()).contains(seen);
    }

    private static Surroundings closed(Surroundings around) {
        var usual = Openness.USUAL;
        return new Surroundings(
                around.catalogs(),
                around.introspections(),
                around.environment(),
                new Openness(false, true, true, true, true, usual.conventions(), usual.nulls()));
    }

    private static void check(UnaryOperator<String> level) {
        assertThat(PlanWeight.of(planned(query(level)))).isBetween(DEPTH * 100, DEPTH * 10_000);
    }

    private static String query(UnaryOperator<String> level) {
        var text = "title";
        for (var i = 0; i < DEPTH; i++) {
            text = level.apply(text);
        }
        return "{ item { " + text + " } }";
    }

    private static Plan planned(String query) {
        return planned(MODEL, "admin", query);
    }

    private static Plan planned(Model model, String role, String query) {
        return assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            var schema = new Schemas(model).of(new SchemaKey(new RoleName(role), false));
            var operation = new Binder(schema, DocumentParser.parse(query), null, Json.object()).bind();
            return new Planner(new PlannerOptions(false, 1_000_000)).plan(operation, schema);
        });
    }

    private static JsonNode metadata() {
        var metadata = World.metadata();
        var skies = (ObjectNode) metadata.path("remote_schemas").path(0);
        skies.set("permissions", Json.read("""
                [{"role": "reader", "definition": {"schema":
                  "type Query { item: Item } interface Item { title: String } type T0 implements Item { title: String }"
                }}]"""));
        skies.set("remote_relationships", Json.read("""
                [{"type_name": "Author", "relationships": [{"name": "users", "definition": {"to_source": {
                  "source": "default", "table": "users", "relationship_type": "array",
                  "field_mapping": {"name": "name"}}}}]}]"""));
        return metadata;
    }

    private static Surroundings around(Surroundings around) {
        var skies = World.skies();
        var types = (ArrayNode) skies.at("/data/__schema/types");
        ((ArrayNode) types.path(0).path("fields")).add(field("item", "INTERFACE", "Item"));
        types.add(type("OBJECT", "Author")
                .set(
                        "fields",
                        Json.array().add(field("name", "SCALAR", "String")).add(field("kept", "INTERFACE", "Item"))));
        var possible = Json.array();
        for (var i = 0; i < MEMBERS; i++) {
            possible.add(Json.object().put("kind", "OBJECT").put("name", "T" + i));
            types.add(item("OBJECT", "T" + i).set("interfaces", Json.array().add(reference("INTERFACE", "Item"))));
        }
        types.add(item("INTERFACE", "Item").set("possibleTypes", possible));
        return new Surroundings(
                around.catalogs(),
                Map.of(new RemoteSchemaName("skies"), new Fetched.Got<>(skies)),
                around.environment(),
                around.openness());
    }

    private static ObjectNode item(String kind, String name) {
        return type(kind, name)
                .set(
                        "fields",
                        Json.array().add(field("title", "SCALAR", "String")).add(field("author", "OBJECT", "Author")));
    }

    private static ObjectNode type(String kind, String name) {
        return Json.object().put("kind", kind).put("name", name).set("interfaces", Json.array());
    }

    private static ObjectNode field(String name, String kind, String type) {
        return Json.object()
                .put("name", name)
                .put("isDeprecated", false)
                .<ObjectNode>set("args", Json.array())
                .set("type", reference(kind, type));
    }

    private static ObjectNode reference(String kind, String name) {
        return Json.object().put("kind", kind).put("name", name);
    }
}
