package dev.dovetail.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dovetail.catalog.FunctionInfo;
import dev.dovetail.catalog.PgType;
import dev.dovetail.error.ApiException;
import dev.dovetail.json.Json;
import dev.dovetail.name.FunctionName;
import dev.dovetail.name.TableName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("CON-02, CON-03, CON-04, CON-06: what the console reads")
class ViewsTest {
    private static final String TYPES = """
            {'objects': [{'name': 'User', 'fields': [{'name': 'id', 'type': 'Int!'}, {'name': 'kind', 'type': '[Kind!]'}],
               'relationships': [{'name': 'row', 'type': 'object', 'remote_table': 'users', 'field_mapping': {'id': 'id'}}]},
              {'name': 'Other', 'fields': [{'name': 'id', 'type': 'Int'}]}],
             'enums': [{'name': 'Kind', 'values': [{'value': 'GOOD'}]}],
             'input_objects': [{'name': 'NewUser', 'fields': [{'name': 'name', 'type': 'String!'}]}]}""";
    private final Fakes world = new Fakes();
    private final Admin admin = new Admin(world);

    @BeforeEach
    void setUp() {
        admin.setUp();
        admin.ok("set_custom_types", TYPES);
        admin.ok("create_action", """
                {'name': 'createUser', 'definition': {'type': 'mutation', 'handler': 'http://users/new',
                  'arguments': [{'name': 'user', 'type': 'NewUser!'}], 'output_type': 'User'}}""");
        admin.ok("create_action_permission", "{'action': 'createUser', 'role': 'user'}");
    }

    private JsonNode ask(String type, String args) {
        return world.metadata(Admin.body(type, args));
    }

    /** Compares all but the version, which is checked to be the one in force. */
    private void check(String type, String args, String expected) {
        var answer = (ObjectNode) ask(type, args);
        assertThat(answer.path("resource_version").asLong()).isEqualTo(world.version);
        answer.remove("resource_version");
        assertThat(answer).as(Json.write(answer)).isEqualTo(Json.read(Admin.json(expected)));
    }

    @Test
    void overview_counts_and_tells_what_is_unwell() {
        check("dovetail_get_overview", "{}", """
                {'sources': [{'name': 'default', 'kind': 'postgres', 'database_version': '15.0', 'tables': 3,
                   'tracked_tables': 2, 'functions': 0, 'native_queries': 0, 'connected': true}],
                 'actions': 1, 'custom_types': 4, 'remote_schemas': 0, 'roles': 1, 'inconsistencies': 0,
                 'warnings': []}""");
    }

    @Test
    @DisplayName("REL-07: suggested relationships come a page at a time, with names that are free")
    void suggestions_come_a_page_at_a_time_with_names() {
        world.foreignKey("default", "posts", "editor_id", "users");
        ask("reload_metadata", "{'reload_sources': true}");
        check("dovetail_suggest_relationships", "{'search': 'editor'}", """
                {'total': 2, 'relationships': [
                  {'type': 'object', 'from': {'table': {'name': 'posts', 'schema': 'public'}, 'columns': ['editor_id'],
                      'constraint_name': 'posts_editor_id_fkey'},
                    'to': {'table': {'name': 'users', 'schema': 'public'}, 'columns': ['id']}, 'name': 'editor'},
                  {'type': 'array', 'from': {'table': {'name': 'users', 'schema': 'public'}, 'columns': ['id']},
                    'to': {'table': {'name': 'posts', 'schema': 'public'}, 'columns': ['editor_id'],
                      'constraint_name': 'posts_editor_id_fkey'}, 'name': 'posts_by_editor_id'}]}""");
        assertThat(names("{'limit': 1}")).containsExactly("editor");
        assertThat(names("{'limit': 1, 'offset': 1}")).containsExactly("posts_by_editor_id");
        assertThat(names("{'table': 'users'}")).containsExactly("posts_by_editor_id");
        assertThat(names("{'search': 'nowhere'}")).isEmpty();
        admin.refuses(
                "dovetail_suggest_relationships",
                "{'limit': 501}",
                "parse-failed",
                "$.args.limit",
                "expected a number from 0 to 500, encountered 501");
    }

    @Test
    @DisplayName("REL-07: a suggested name leaves an id away where it is a word of its own")
    void suggested_names_keep_words_whole() {
        for (var column : List.of("paid", "valid", "GRID", "editorId", "ownerID", "BOSS_ID", "id")) {
            world.foreignKey("default", "posts", column, "kinds");
        }
        ask("reload_metadata", "{'reload_sources': true}");
        ask("pg_track_table", "{'table': 'kinds'}");
        assertThat(names("{'table': 'posts'}"))
                .containsExactlyInAnyOrder("paid_row", "valid_row", "GRID_row", "editor", "owner", "BOSS", "kinds");
    }

    private List<String> names(String args) {
        return ask("dovetail_suggest_relationships", args)
                .path("relationships")
                .valueStream()
                .map(each -> each.path("name").asString(""))
                .toList();
    }

    @Test
    void tables_come_a_page_at_a_time_and_by_words() {
        check("dovetail_list_tables", "{'source': 'default', 'limit': 1, 'offset': 1}", """
                {'total': 3, 'tables': [{'table': {'name': 'posts', 'schema': 'public'}, 'kind': 'table', 'tracked': true}],
                 'schemas': [{'name': 'public', 'tables': 3, 'tracked': 2}]}""");
        assertThat(ask("dovetail_list_tables", "{'search': 'PUBLIC ser'}")
                        .path("total")
                        .asInt())
                .isOne();
        assertThat(ask("dovetail_list_tables", "{'tracked': false}")
                        .at("/tables/0/table/name")
                        .asString(""))
                .isEqualTo("kinds");
        assertThat(ask("dovetail_list_tables", "{'schema': 'other'}")
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Test
    void functions_are_those_that_return_rows_or_take_one() {
        put(
                "find",
                TableName.inPublic("users"),
                List.of(new FunctionInfo.Argument("search", PgType.builtin("text"), null)));
        put(
                "label",
                null,
                List.of(new FunctionInfo.Argument("u", PgType.builtin("users"), TableName.inPublic("users"))));
        ask("reload_metadata", "{}");
        check("dovetail_list_functions", "{'tracked': false}", """
                {'total': 1, 'functions': [{'function': {'name': 'find', 'schema': 'public'}, 'tracked': false,
                  'overloads': [{'volatility': 'stable', 'returns': 'setof users',
                    'table': {'name': 'users', 'schema': 'public'},
                    'arguments': [{'name': 'search', 'type': 'text'}]}]}]}""");
        check("dovetail_list_functions", "{'row_of': 'users'}", """
                {'total': 1, 'functions': [{'function': {'name': 'label', 'schema': 'public'}, 'tracked': false,
                  'overloads': [{'volatility': 'stable', 'returns': 'text', 'arguments': [{'name': 'u', 'type': 'users',
                    'row_of': {'name': 'users', 'schema': 'public'}}]}]}]}""");
        assertThat(ask("dovetail_list_functions", "{'tracked': true}")
                        .path("total")
                        .asInt())
                .isZero();
        admin.ok("pg_track_function", "{'source': 'default', 'function': 'find'}");
        assertThat(ask("dovetail_list_functions", "{'tracked': false}")
                        .path("total")
                        .asInt())
                .isZero();
        world.functions.clear();
        ask("reload_metadata", "{}");
        check("dovetail_list_functions", "{}", """
                {'total': 1, 'functions': [{'function': {'name': 'find', 'schema': 'public'}, 'tracked': true,
                  'overloads': [], 'metadata': {'function': {'name': 'find', 'schema': 'public'}}}]}""");
    }

    private void put(String name, @Nullable TableName returns, List<FunctionInfo.Argument> arguments) {
        var type = PgType.builtin(returns == null ? "text" : returns.name());
        var function = FunctionName.inPublic(name);
        var info = new FunctionInfo(
                function, 1, FunctionInfo.Volatility.STABLE, false, returns != null, type, returns, arguments, 0, null);
        world.functions.put(function, List.of(info));
    }

    @Test
    void a_source_is_told_without_its_tables() {
        check("dovetail_get_source", "{}", """
                {'metadata': {'name': 'default', 'kind': 'postgres',
                  'configuration': {'connection_info': {'database_url': 'postgres://here/db'}}}}""");
    }

    @Test
    void a_table_that_vanished_is_still_listed() {
        world.databases
                .values()
                .iterator()
                .next()
                .keySet()
                .removeIf(each -> each.name().equals("users"));
        ask("reload_metadata", "{}");
        assertThat(ask("dovetail_list_tables", "{'search': 'users'}")
                        .at("/tables/0/kind")
                        .asString(""))
                .isEqualTo("missing");
        assertThat(ask("dovetail_get_table", "{'table': 'users'}")
                        .path("tracked")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void a_window_has_bounds() {
        admin.refuses(
                "dovetail_list_tables",
                "{'limit': 1001}",
                "parse-failed",
                "$.args.limit",
                "expected a number from 0 to 1000, encountered 1001");
        admin.refuses(
                "dovetail_list_actions",
                "{'offset': -1}",
                "parse-failed",
                "$.args.offset",
                "expected a number from 0 to 2147483647, encountered -1");
    }

    @Test
    void a_table_is_told_from_all_sides() {
        var posts = ask("dovetail_get_table", "{'table': 'posts'}");
        assertThat(posts.at("/metadata/object_relationships/0/name").asString(""))
                .isEqualTo("author");
        assertThat(posts.at("/columns/1")).isEqualTo(Json.read(Admin.json("""
                {'name': 'author_id', 'type': 'int4', 'nullable': true, 'has_default': false, 'field': 'author_id'}""")));
        assertThat(posts.path("foreign_keys")).isEqualTo(Json.read(Admin.json("""
                [{'constraint_name': 'posts_author_id_fkey', 'table': {'name': 'users', 'schema': 'public'},
                  'columns': {'author_id': 'id'}}]""")));
        assertThat(posts.at("/graphql/relationships/0")).isEqualTo(Json.read(Admin.json("""
                {'name': 'author', 'type': 'object', 'table': {'name': 'users', 'schema': 'public'},
                 'columns': {'author_id': 'id'}}""")));
        assertThat(posts.at("/graphql/roots/insert_one").asString("")).isEqualTo("insert_posts_one");
        var users = ask("dovetail_get_table", "{'table': 'users'}");
        assertThat(users.at("/referenced_by/0/table/name").asString("")).isEqualTo("posts");
        var untracked = ask("dovetail_get_table", "{'table': 'kinds'}");
        assertThat(untracked.path("tracked").asBoolean()).isFalse();
        assertThat(untracked.has("graphql")).isFalse();
    }

    @Test
    void what_is_not_there_is_refused() {
        admin.refuses(
                "dovetail_get_table",
                "{'table': 'nowhere'}",
                "not-exists",
                "$.args",
                "table \"nowhere\" does not exist in source: default");
        admin.refuses(
                "dovetail_get_action",
                "{'name': 'nothing'}",
                "not-exists",
                "$.args",
                "action with name \"nothing\" does not exist");
        admin.refuses(
                "dovetail_get_remote_schema",
                "{'name': 'nobody'}",
                "not-exists",
                "$.args",
                "remote schema with name \"nobody\" does not exist");
    }

    @Test
    void actions_are_listed_with_their_roles_and_shown_with_their_types() {
        check("dovetail_list_actions", "{'search': 'user'}", """
                {'total': 1, 'actions': [{'name': 'createUser', 'type': 'mutation', 'kind': 'synchronous',
                   'output_type': 'User', 'handler': 'http://users/new', 'roles': ['user']}]}""");
        var one = ask("dovetail_get_action", "{'name': 'createUser'}");
        assertThat(one.path("served").asBoolean()).isTrue();
        assertThat(one.at("/action/definition/output_type").asString("")).isEqualTo("User");
        assertThat(one.at("/custom_types/objects")).hasSize(1);
        assertThat(one.at("/custom_types/enums/0/name").asString("")).isEqualTo("Kind");
        assertThat(one.at("/custom_types/input_objects/0/name").asString("")).isEqualTo("NewUser");
    }

    @Test
    void types_are_told_with_who_uses_them() {
        check("dovetail_get_custom_types", "{'names': ['Kind']}", """
                {'custom_types': {'enums': [{'name': 'Kind', 'values': [{'value': 'GOOD'}]}]},
                 'used_by': {'NewUser': ['createUser'], 'User': ['createUser'], 'Kind': ['createUser']}}""");
    }

    @Test
    void some_types_change_and_the_others_stay() {
        admin.ok("dovetail_change_custom_types", """
                {'put': {'scalars': [{'name': 'Date'}], 'objects': [{'name': 'Third', 'fields': [{'name': 'd', 'type': 'Date'}]},
                   {'name': 'User', 'fields': [{'name': 'id', 'type': 'Int!'}]}]}, 'drop': ['Other']}""");
        var types = ask("export_metadata", "{}").path("custom_types");
        assertThat(types.path("objects")).isEqualTo(Json.read(Admin.json("""
                [{'name': 'User', 'fields': [{'name': 'id', 'type': 'Int!'}]},
                 {'name': 'Third', 'fields': [{'name': 'd', 'type': 'Date'}]}]""")));
        assertThat(types.path("enums")).hasSize(1);
        admin.refuses(
                "dovetail_change_custom_types",
                "{'drop': ['Nobody']}",
                "not-exists",
                "$.args",
                "custom type \"Nobody\" does not exist");
    }

    @Test
    void a_type_may_become_one_of_another_kind() {
        admin.ok("dovetail_change_custom_types", "{'put': {'scalars': [{'name': 'Kind'}]}}");
        var types = ask("export_metadata", "{}").path("custom_types");
        assertThat(types.has("enums")).isFalse();
        assertThat(types.at("/scalars/0/name").asString("")).isEqualTo("Kind");
    }

    @Test
    void interfaces_and_unions_are_types_too() {
        admin.ok("dovetail_change_custom_types", """
                {'put': {'interfaces': [{'name': 'Named', 'fields': [{'name': 'id', 'type': 'Int'}]}],
                   'unions': [{'name': 'Any', 'types': ['Other']}],
                   'objects': [{'name': 'Other', 'fields': [{'name': 'id', 'type': 'Int'}], 'interfaces': ['Named']}]}}""");
        admin.ok("create_action", """
                {'name': 'find', 'definition': {'type': 'query', 'handler': 'http://users/find', 'output_type': 'Any'}}""");
        var types = ask("dovetail_get_action", "{'name': 'find'}").path("custom_types");
        assertThat(types.at("/unions/0/name").asString("")).isEqualTo("Any");
        assertThat(types.at("/objects/0/name").asString("")).isEqualTo("Other");
        assertThat(types.at("/interfaces/0/name").asString("")).isEqualTo("Named");
    }

    @Test
    void roles_are_counted_and_inherited_ones_told() {
        ask("add_inherited_role", "{'role_name': 'all', 'role_set': ['user', 'guest']}");
        check("dovetail_list_roles", "{}", """
                {'roles': [
                  {'name': 'all', 'tables': 0, 'functions': 0, 'actions': 0, 'remote_schemas': 0, 'role_set': ['guest', 'user']},
                  {'name': 'guest', 'tables': 0, 'functions': 0, 'actions': 0, 'remote_schemas': 0},
                  {'name': 'user', 'tables': 1, 'functions': 0, 'actions': 1, 'remote_schemas': 0}]}""");
    }

    @Test
    void search_finds_every_kind_of_object() {
        check("dovetail_search", "{'search': 'user', 'limit': 3}", """
                {'total': 4, 'objects': [
                  {'kind': 'custom_type', 'name': 'User'},
                  {'kind': 'table', 'name': 'users', 'source': 'default', 'table': {'name': 'users', 'schema': 'public'},
                   'tracked': true},
                  {'kind': 'custom_type', 'name': 'NewUser'}]}""");
    }

    @Test
    void the_graph_has_objects_and_what_leads_from_one_to_another() {
        check("dovetail_graph", "{}", """
                {'total': 3, 'nodes': [
                   {'kind': 'table', 'name': 'users', 'source': 'default', 'table': {'name': 'users', 'schema': 'public'},
                    'neighbours': 2},
                   {'kind': 'action', 'name': 'createUser', 'neighbours': 1},
                   {'kind': 'table', 'name': 'posts', 'source': 'default', 'table': {'name': 'posts', 'schema': 'public'},
                    'neighbours': 1}],
                 'total_edges': 3, 'edges': [
                   {'from': 2, 'to': 0, 'name': 'author', 'kind': 'object'},
                   {'from': 0, 'to': 2, 'name': 'posts', 'kind': 'array'},
                   {'from': 1, 'to': 0, 'type': 'User', 'name': 'row', 'kind': 'object'}]}""");
    }

    private void graph(String args, String... names) {
        var found = new ArrayList<String>();
        for (var node : ask("dovetail_graph", args).path("nodes"))
            found.add(node.path("name").asString(""));
        assertThat(found).as(args).containsExactly(names);
    }

    @Test
    void the_graph_around_an_object_reaches_as_far_as_asked() {
        graph("{'focus': {'kind': 'action', 'name': 'createUser'}, 'depth': 0}", "createUser");
        graph("{'focus': {'kind': 'action', 'name': 'createUser'}}", "createUser", "users");
        graph("{'focus': {'kind': 'action', 'name': 'createUser'}, 'depth': 2}", "createUser", "users", "posts");
        graph("{'limit': 1}", "users");
        graph("{'search': 'post'}", "posts");
        admin.refuses(
                "dovetail_graph",
                "{'focus': {'kind': 'remote_schema', 'name': 'nobody'}}",
                "not-exists",
                "$.args",
                "\"nobody\" is not in the metadata");
        admin.refuses(
                "dovetail_graph",
                "{'focus': {'kind': 'role'}}",
                "parse-failed",
                "$.args.focus.kind",
                "expected \"table\", \"action\" or \"remote_schema\", encountered \"role\"");
    }

    @Test
    void a_change_of_somebody_else_is_noticed() {
        var body =
                "{\"type\": \"dovetail_change_custom_types\", \"resource_version\": 1, \"args\": {\"drop\": [\"Other\"]}}";
        assertThat(catchThrowable(() -> world.metadata(body))).isInstanceOf(ApiException.class);
        assertThat(ask("export_metadata", "{}").at("/custom_types/objects")).hasSize(2);
    }
}
