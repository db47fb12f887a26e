package dev.dovetail.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.graphql.type.FieldDef;
import dev.dovetail.graphql.type.InputObjectType;
import dev.dovetail.graphql.type.NamedType;
import dev.dovetail.graphql.type.ObjectType;
import dev.dovetail.name.RoleName;
import dev.dovetail.world.World;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What each role sees of the world. */
class RolesTest {
    private static final Schemas SCHEMAS = new Schemas(World.model());

    @Test
    void rootFields() {
        check(query("reader"), "posts", "users", "users_by_pk", "posts_by_pk", "hello", "weather");
        assertThat(query("user")).contains("users_aggregate", "comments_by_pk", "kinds", "suggest");
        assertThat(query("admin")).contains("users_aggregate", "posts_aggregate", "kinds_by_pk", "suggest");
        check(query("nobody"), "hello", "weather");
    }

    @Test
    void mutations() {
        check(
                mutation("user", false),
                "delete_posts",
                "delete_posts_by_pk",
                "insert_comments",
                "insert_comments_one",
                "insert_posts",
                "insert_posts_one",
                "insert_users",
                "insert_users_one",
                "register",
                "shine",
                "update_posts",
                "update_posts_by_pk",
                "update_posts_many",
                "update_users",
                "update_users_by_pk",
                "update_users_many");
        check(mutation("reader", false), "shine");
        check(mutation("reader", true), "insert_users", "insert_users_one", "shine");
    }

    @Test
    void columnsAndRelationships() {
        check(fields("reader", "users"), "id", "name", "manager", "posts", "reports", "weather", "further");
        check(fields("reader", "posts"), "id", "title", "author_id", "author");
        assertThat(fields("user", "users"))
                .contains("comments_aggregate", "kind", "reports")
                .doesNotContain("email");
        assertThat(fields("admin", "users")).contains("email", "balance", "reports_aggregate");
    }

    @Test
    void inputs() {
        check(
                inputs("user", "insert_users", "objects"),
                "name",
                "email",
                "manager_id",
                "comments",
                "manager",
                "posts",
                "reports");
        check(inputs("user", "update_users", "_set"), "name", "data", "tags", "balance");
        check(inputs("user", "update_users", "_inc"), "balance");
        check(inputs("reader", "users", "where"), "_and", "_or", "_not", "id", "name", "manager", "posts", "reports");
        assertThat(inputs("user", "users", "where")).doesNotContain("email");
        check(inputs("reader", "users", "order_by"), "id", "name", "manager");
    }

    private static RoleSchema schema(String role, boolean backendOnly) {
        return SCHEMAS.of(new SchemaKey(new RoleName(role), backendOnly));
    }

    private static List<String> query(String role) {
        return names(schema(role, false).schema().query());
    }

    private static List<String> mutation(String role, boolean backendOnly) {
        return names(Objects.requireNonNull(schema(role, backendOnly).schema().mutation()));
    }

    private static List<String> fields(String role, String root) {
        var field = Objects.requireNonNull(
                schema(role, false).schema().query().fields().get(root));
        return names(field.type().named().type().get());
    }

    /** The fields that an argument's input object has; the root is looked for among queries and mutations. */
    private static List<String> inputs(String role, String root, String argument) {
        var schema = schema(role, false).schema();
        var query = schema.query().fields().get(root);
        var field = query != null
                ? query
                : Objects.requireNonNull(
                        Objects.requireNonNull(schema.mutation()).fields().get(root));
        var type = Objects.requireNonNull(field.arguments().get(argument)).type();
        return names(type.named().type().get());
    }

    private static List<String> names(NamedType<Meaning> type) {
        return switch (type) {
            case ObjectType<Meaning> object ->
                object.fields().all().stream()
                        .map(FieldDef::name)
                        .filter(name -> !name.startsWith("__"))
                        .toList();
            case InputObjectType<Meaning> input ->
                List.copyOf(input.fields().get().keySet());
            default -> List.of();
        };
    }

    private static void check(List<String> seen, String... names) {
        assertThat(seen).containsExactlyInAnyOrder(names);
    }
}
