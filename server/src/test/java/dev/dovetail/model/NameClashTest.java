package dev.dovetail.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.json.Json;
import dev.dovetail.name.RoleName;
import dev.dovetail.name.SourceName;
import dev.dovetail.name.TableName;
import dev.dovetail.schema.SchemaKey;
import dev.dovetail.schema.Schemas;
import dev.dovetail.world.World;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Two things of one name: the first keeps it, the second is inconsistent, and nothing is overwritten. */
class NameClashTest {

    /** A configuration of the table "comments": what is wrong then. */
    @ParameterizedTest
    @DisplayName("NAM-01, NAM-02, NAM-03: names that clash are inconsistencies")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"custom_root_fields": {"select": "posts"}} | Encountered conflicting definitions in the selection set for 'query_root' for field 'posts' defined in [table posts in source default, table comments in source default]. Fields must not be defined more than once across all sources.
            {"custom_root_fields": {"select": "weather"}} | Field cannot be overwritten by remote field 'weather'
            {"custom_root_fields": {"insert": "insert_posts"}} | Encountered conflicting definitions in the selection set for 'mutation_root' for field 'insert_posts' defined in [table posts in source default, table comments in source default]. Fields must not be defined more than once across all sources.
            {"custom_root_fields": {"select_by_pk": "__schema"}} | Encountered conflicting definitions in the selection set for 'query_root' for field '__schema' defined in [table comments in source default]. Fields must not be defined more than once across all sources.
            {"custom_root_fields": {"select": "__typename"}} | Encountered conflicting definitions in the selection set for 'query_root' for field '__typename' defined in [table comments in source default]. Fields must not be defined more than once across all sources.
            {"custom_name": "users_aggregate", "custom_root_fields": {"select": "other"}} | Found conflicting definitions for GraphQL type 'users_aggregate'. The definition of table users in source default differs from that of table comments in source default.
            {"custom_name": "users_updates"} | Found conflicting definitions for GraphQL type 'users_updates'. The definition of table users in source default differs from that of table comments in source default.
            {"custom_name": "uuid"} | Found conflicting definitions for GraphQL type 'uuid'. The definition of table comments in source default differs from that of a scalar.
            {"custom_name": "query_root"} | Found conflicting definitions for GraphQL type 'query_root'. The definition of table comments in source default differs from that of the engine.
            {"column_config": {"body": {"custom_name": "nr"}}} | the definitions of columns "nr" and "body" are in conflict: they are mapped to the same field name, "nr"
            {"column_config": {"nope": {"custom_name": "x"}}} | configuration was given for the column "nope", but no such column exists
            """)
    void clashes(String configuration, String reason) {
        var metadata = World.metadata();
        comments(metadata).set("configuration", Json.read(configuration));
        assertThat(reasons(metadata)).contains("Inconsistent object: " + reason);
    }

    @Test
    @DisplayName("NAM-02: the first to come keeps a root field, and the second its other ones")
    void theFirstKeepsIt() {
        var metadata = World.metadata();
        comments(metadata).set("configuration", Json.read("{\"custom_root_fields\": {\"select\": \"posts\"}}"));
        // Tables come in the order of their names
        var roots = World.model(metadata, UnaryOperator.identity()).roots().query();
        assertThat(roots.get("posts"))
                .isInstanceOfSatisfying(
                        RootField.OfTable.class,
                        root -> assertThat(root.table().name()).isEqualTo(TableName.inPublic("comments")));
        assertThat(roots).containsKeys("posts_by_pk", "posts_aggregate", "comments_by_pk");
    }

    @Test
    @DisplayName("NAM-01: a table whose types are another's is not shown")
    void aClashOfTypesHides() {
        var metadata = World.metadata();
        comments(metadata).set("configuration", Json.read("{\"custom_name\": \"users_updates\"}"));
        var model = World.model(metadata, UnaryOperator.identity());
        var fields = new Schemas(model)
                .of(new SchemaKey(RoleName.ADMIN, false))
                .schema()
                .query()
                .fields();
        assertThat(fields.get("users_updates")).isNotNull();
        assertThat(fields.get("posts")).isNotNull();
        assertThat(fields.get("users")).isNull();
    }

    @Test
    @DisplayName("NAM-06: two sources of one table clash, unless their types and root fields have prefixes")
    void twoSources() {
        assertThat(reasons(twoSources("{}")))
                .anyMatch(each -> each.contains("for field 'users' defined in [table users in source b, table users"));
        assertThat(reasons(twoSources("{\"root_fields\": {\"prefix\": \"b_\"}}")))
                .anyMatch(each -> each.contains("Found conflicting definitions for GraphQL type 'users'"));
        assertThat(reasons(twoSources("{\"type_names\": {\"prefix\": \"b_\"}}")))
                .anyMatch(each -> each.contains("for field 'users' defined in [table users in source b, table users"));
        assertThat(reasons(twoSources("{\"root_fields\": {\"prefix\": \"b_\"}, \"type_names\": {\"prefix\": \"b_\"}}")))
                .isEmpty();
        assertThat(reasons(
                        twoSources("{\"root_fields\": {\"namespace\": \"b\"}, \"type_names\": {\"suffix\": \"_b\"}}")))
                .isEmpty();
        assertThat(reasons(twoSources(
                        "{\"root_fields\": {\"namespace\": \"users\"}, \"type_names\": {\"suffix\": \"_b\"}}")))
                .anyMatch(each ->
                        each.contains("for field 'users' defined in [source b, table users in source default]"));
    }

    /**
     * A second source with the same tables, without what needs the first one, and without native queries, whose types
     * take no prefix, as in the reference.
     */
    private static ObjectNode twoSources(String customization) {
        var metadata = World.metadata();
        var second = (ObjectNode) metadata.at("/sources/0").deepCopy();
        second.put("name", "b");
        second.set("customization", Json.read(customization));
        second.remove(List.of("functions", "native_queries", "logical_models"));
        for (var table : second.path("tables")) {
            ((ObjectNode) table).remove("remote_relationships");
        }
        ((ArrayNode) metadata.at("/sources")).add(second);
        return metadata;
    }

    private static List<String> reasons(JsonNode metadata) {
        return World.model(metadata, NameClashTest::withSecond).inconsistencies().stream()
                .map(Inconsistency::reason)
                .toList();
    }

    /** The second source has what the first one has. */
    private static Surroundings withSecond(Surroundings around) {
        var first = around.catalogs().values().iterator().next();
        return new Surroundings(
                Map.of(SourceName.DEFAULT, first, new SourceName("b"), first),
                around.introspections(),
                around.environment(),
                around.openness());
    }

    private static ObjectNode comments(ObjectNode metadata) {
        return (ObjectNode) metadata.at("/sources/0/tables/3");
    }
}
