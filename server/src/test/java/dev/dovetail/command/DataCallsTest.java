package dev.dovetail.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.error.ApiException;
import dev.dovetail.json.Json;
import dev.dovetail.name.RoleName;
import dev.dovetail.session.Session;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The data calls of the oldest API; the fake world plans them and answers the SQL. */
class DataCallsTest {
    private static final String USER_FILTER = "'permission': {'columns': ['id'], 'filter': {'id': 'X-Hasura-User-Id'}}";

    private final Fakes world = new Fakes();
    private final Admin admin = new Admin(world);

    @BeforeEach
    void setUp() {
        admin.setUp();
        admin.ok("pg_create_select_permission", "{'table': 'users', 'role': 'user', " + USER_FILTER + "}");
    }

    private static Session user() {
        return Session.of(new RoleName("user"), Map.of("x-hasura-user-id", "1"));
    }

    private String sql(String type, String args) {
        return world.dataAs(Session.admin(), Admin.body(type, args)).asString();
    }

    private void refuses(Session session, String type, String args, String expected) {
        var refusal = catchThrowableOfType(ApiException.class, () -> world.dataAs(session, Admin.body(type, args)));
        assertThat(refusal).as(type + " " + args).isNotNull();
        assertThat(Admin.text(refusal)).isEqualTo(expected);
    }

    @Test
    void callsBecomeStatementsWithoutValues() {
        assertThat(sql(
                        "select",
                        "{'table': 'users', 'columns': ['id', {'name': 'posts', 'columns': ['id']}], "
                                + "'where': {'id': {'$gt': 4711}}, 'order_by': '-id', 'limit': 7}"))
                .contains("FROM \"public\".\"users\"", "FROM \"public\".\"posts\"", " > ", "DESC", "LIMIT")
                .doesNotContain("4711");
        assertThat(sql("insert", "{'table': 'users', 'objects': [{'name': 'secret'}], 'returning': ['id']}"))
                .contains("INSERT INTO \"public\".\"users\"")
                .doesNotContain("secret");
        assertThat(sql(
                        "insert",
                        "{'table': 'users', 'objects': [{'id': 1, 'name': 'x'}], "
                                + "'on_conflict': {'constraint_on': 'id', 'action': 'update'}}"))
                .contains("ON CONFLICT ON CONSTRAINT \"users_pkey\" DO UPDATE SET");
        assertThat(sql("insert", "{'table': 'users', 'objects': [{'id': 1}], 'on_conflict': {'action': 'ignore'}}"))
                .contains("ON CONFLICT DO NOTHING");
        assertThat(sql(
                        "update",
                        "{'table': 'users', 'where': {'id': 1}, '$mul': {'kind_id': 2}, '$default': ['name']}"))
                .contains("UPDATE \"public\".\"users\"", "* (", "\"name\" = DEFAULT");
        assertThat(sql("delete", "{'table': 'users', 'where': {'$or': [{'id': 1}, {'posts': {'id': 2}}]}}"))
                .contains("DELETE FROM \"public\".\"users\"", "EXISTS");
        assertThat(sql("count", "{'table': 'posts', 'distinct': ['author_id']}"))
                .contains("DISTINCT ON", "count(*)");
    }

    @Test
    void theNewerEndpointTakesThemWithAndWithoutPrefix() {
        for (var type : new String[] {"count", "pg_count"}) {
            assertThat(world.query(Admin.body(type, "{'table': 'users'}")).asString())
                    .contains("count(*)");
        }
    }

    @Test
    void aRoleSeesItsRows() {
        var answer = world.dataAs(user(), Admin.body("select", "{'table': 'users', 'columns': ['*']}"));
        assertThat(answer.asString()).contains("WHERE", "\"id\"").doesNotContain("\"name\"");
    }

    @Test
    void refusesWithTheReferencesWords() {
        var all = Session.admin();
        refuses(all, "select", "{'table': 'x', 'columns': []}", "not-exists $.args.table table \"x\" does not exist");
        refuses(all, "insert", "{'table': 'x', 'objects': [{}]}", "not-exists $.args table \"x\" does not exist");
        refuses(
                all,
                "select",
                "{'table': 'users', 'columns': ['id', 'x']}",
                "permission-denied $.args.columns[1] no such column exists: \"x\"");
        refuses(
                user(),
                "select",
                "{'table': 'users', 'columns': ['name']}",
                "permission-denied $.args.columns[0] role \"user\" does not have permission to select column \"name\"");
        refuses(
                all,
                "select",
                "{'table': 'users', 'columns': ['id'], 'limit': -1}",
                "not-supported $.args.limit unexpected negative value");
        refuses(
                all,
                "select",
                "{'table': 'users', 'columns': ['id'], 'offset': '1'}",
                "parse-failed $.offset parsing Int failed, expected Number, but encountered String");
        refuses(all, "update", "{'table': 'users', '$set': {}}", "parse-failed $ key \"where\" not found");
        refuses(
                all,
                "insert",
                "{'table': 'users', 'objects': [{'id': 1}], 'on_conflict': {'constraint_on': ['x'], 'action': 'update'}}",
                "not-exists $.args.on_conflict.constraint_on[0] column \"x\" does not exist");
        refuses(
                user(),
                "delete",
                "{'table': 'users', 'where': {}}",
                "permission-denied $.args delete on \"users\" for role \"user\" is not allowed. ");
    }

    @Test
    void inABulkTheySeeTheCommandsBeforeThem() {
        var bulk = "{'type': 'bulk', 'args': [{'type': 'track_table', 'args': 'kinds'}, "
                + "{'type': 'count', 'args': {'table': 'kinds'}}]}";
        var answers = world.dataAs(Session.admin(), Admin.json(bulk));
        assertThat(Json.write(answers.get(0))).isEqualTo(Admin.SUCCESS);
        assertThat(answers.get(1).asString()).contains("\"kinds\"");
        refuses(
                user(),
                "bulk",
                "[{'type': 'run_sql', 'args': {'sql': ''}}]",
                "access-denied $.args restricted access : admin only");
    }

    @Test
    void aTableWhoseNameGraphqlForbidsIsServedHere() {
        world.table("default", "users address", "id");
        admin.ok("pg_track_table", "{'table': 'users address'}");
        assertThat(sql("count", "{'table': 'users address'}")).contains("\"users address\"");
    }
}
