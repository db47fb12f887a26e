package dev.dovetail.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.graphql.type.FieldDef;
import dev.dovetail.graphql.type.ObjectType;
import dev.dovetail.graphql.type.UnionType;
import dev.dovetail.json.Json;
import dev.dovetail.name.RoleName;
import dev.dovetail.world.World;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Custom types of which a role sees no field are not there for it, nor is what leads to nothing but them. */
class HiddenTypesTest {
    private static final Schemas SCHEMAS = new Schemas(World.model(metadata(), UnaryOperator.identity()));

    @Test
    @DisplayName("CTY: an object of nothing but rows that the role may not select is no part of its schema")
    void nothingIsLeft() {
        assertThat(names("admin", "mixed")).containsExactly("report", "n");
        assertThat(names("nobody", "mixed")).containsExactly("n");
        assertThat(names("admin", "outer")).containsExactly("report");
        assertThat(names("reader", "outer")).containsExactly("report");
        var nobody = roots("nobody");
        assertThat(nobody).contains("mixed", "either", "ring").doesNotContain("outer", "direct", "union_of_none");
        assertThat(roots("reader")).contains("mixed", "either", "ring", "outer", "direct", "union_of_none");
        assertThat(members("admin")).containsExactly("Report", "Mixed");
        assertThat(members("nobody")).containsExactly("Mixed");
    }

    private static ObjectNode metadata() {
        var metadata = World.metadata();
        var types = (ObjectNode) metadata.at("/custom_types");
        var objects = (ArrayNode) types.get("objects");
        add(objects, "Report", "post", "posts");
        add(objects, "Outer", "report", "[Report!]");
        add(objects, "Mixed", "report", "Report").withArray("fields").add(field("n", "Int"));
        add(objects, "Ring", "next", "Ring");
        types.set("unions", Json.read("""
                [{"name": "Either", "types": ["Report", "Mixed"]}, {"name": "None", "types": ["Report"]}]"""));
        action(metadata, "direct", "Report");
        action(metadata, "outer", "Outer");
        action(metadata, "mixed", "Mixed");
        action(metadata, "ring", "Ring");
        action(metadata, "either", "Either");
        action(metadata, "union_of_none", "None");
        return metadata;
    }

    private static ObjectNode add(ArrayNode objects, String name, String field, String type) {
        var object = objects.addObject().put("name", name);
        object.putArray("fields").add(field(field, type));
        return object;
    }

    private static ObjectNode field(String name, String type) {
        return Json.object().put("name", name).put("type", type);
    }

    private static void action(ObjectNode metadata, String name, String output) {
        var action = Json.read("""
                {"name": "%s", "definition": {"type": "query", "handler": "http://h", "output_type": "%s"},
                 "permissions": [{"role": "nobody"}, {"role": "reader"}]}""".formatted(name, output));
        ((ArrayNode) metadata.get("actions")).add(action);
    }

    private static ObjectType<Meaning> query(String role) {
        return SCHEMAS.of(new SchemaKey(new RoleName(role), false)).schema().query();
    }

    private static List<String> roots(String role) {
        return query(role).fields().all().stream().map(FieldDef::name).toList();
    }

    private static FieldDef<Meaning> root(String role, String name) {
        return Objects.requireNonNull(query(role).fields().get(name));
    }

    private static List<String> names(String role, String root) {
        var type = (ObjectType<Meaning>) root(role, root).type().named().type().get();
        return type.fields().all().stream()
                .map(FieldDef::name)
                .filter(each -> !each.startsWith("__"))
                .toList();
    }

    private static List<String> members(String role) {
        var type =
                (UnionType<Meaning>) root(role, "either").type().named().type().get();
        return type.members().get().stream().map(ObjectType::name).toList();
    }
}
