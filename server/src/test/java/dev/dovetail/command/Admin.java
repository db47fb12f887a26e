package dev.dovetail.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.Failure;
import dev.dovetail.json.Json;

/** Asks the metadata API and checks its answers. JSON is written with single quotes here. */
final class Admin {
    static final String SUCCESS = "{\"message\":\"success\"}";
    private final Fakes world;

    Admin(Fakes world) {
        this.world = world;
    }

    void ok(String type, String args) {
        assertThat(Json.write(world.metadata(body(type, args)))).isEqualTo(SUCCESS);
    }

    void refuses(String type, String args, String code, String path, String message) {
        var refusal = catchThrowableOfType(ApiException.class, () -> world.metadata(body(type, args)));
        assertThat(refusal).as(type + " " + args).isNotNull();
        assertThat(text(refusal)).isEqualTo(code + " " + path + " " + message);
    }

    /** Users and their posts, tracked and related, and a permission that reaches from the one to the other. */
    void setUp() {
        ok("pg_track_table", "{'table': 'users'}");
        ok("postgres_track_table", "{'source': 'default', 'table': {'schema': 'public', 'name': 'posts'}}");
        ok(
                "pg_create_object_relationship",
                "{'table': 'posts', 'name': 'author', 'using': {'foreign_key_constraint_on': 'author_id'}}");
        ok(
                "pg_create_array_relationship",
                "{'table': 'users', 'name': 'posts', 'using': {'foreign_key_constraint_on': "
                        + "{'table': 'posts', 'column': 'author_id'}}}");
        ok(
                "pg_create_select_permission",
                "{'table': 'posts', 'role': 'user', 'permission': {'columns': '*', 'filter': "
                        + "{'author': {'id': {'_eq': 'X-Hasura-User-Id'}}}}}");
    }

    static String text(ApiException refusal) {
        return refusal.failure() instanceof Failure.Own own
                ? own.code().wire() + " " + own.path() + " " + own.message()
                : refusal.toString();
    }

    static String body(String type, String args) {
        return "{\"type\":\"" + type + "\",\"args\":" + json(args) + "}";
    }

    static String json(String singleQuoted) {
        return singleQuoted.replace('\'', '"');
    }
}
