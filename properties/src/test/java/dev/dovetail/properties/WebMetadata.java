package dev.dovetail.properties;

import dev.dovetail.json.Json;
import dev.dovetail.properties.Web.Argument;
import dev.dovetail.properties.Web.Home;
import dev.dovetail.properties.Web.Link;
import dev.dovetail.properties.Web.Rights;
import dev.dovetail.properties.Web.Root;
import dev.dovetail.properties.Web.Service;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A web's tables, and its metadata as a user writes them. @param url of the services that are no tables */
record WebMetadata(Web web, String url) {

    static String sqlName(Service table) {
        return "web_" + table.name();
    }

    String sql() {
        var sql = new StringBuilder();
        for (var each : web.services()) {
            if (each.home().isTable()) {
                var name = sqlName(each);
                sql.append("DROP TABLE IF EXISTS ").append(name).append("; CREATE TABLE ");
                sql.append(name).append(" (id int PRIMARY KEY, n int, s text); ");
                var rows = Json.array();
                each.rows().forEach(rows::add);
                sql.append("INSERT INTO ").append(name).append(" SELECT * FROM json_populate_recordset(null::");
                sql.append(name).append(", '").append(Json.write(rows)).append("'); ");
            }
        }
        return sql.toString();
    }

    /** The arguments of {@code replace_metadata}. */
    ObjectNode json() {
        var metadata = Json.object().put("version", 3);
        metadata.set(
                "sources", Json.array().add(source("default", Home.TABLE)).add(source("other", Home.TABLE_ELSEWHERE)));
        var remotes = metadata.putArray("remote_schemas");
        of(Home.REMOTE).forEach(each -> remotes.add(remote(each)));
        var actions = metadata.putArray("actions");
        var objects = metadata.putObject("custom_types").putArray("objects");
        for (var each : of(Home.ACTION)) {
            actions.add(action(each, Root.ONE, each.name()));
            actions.add(action(each, Root.LIST, "[" + each.name() + "]"));
            objects.add(type(
                    each.name(), "id: Int!, n: Int, s: String, l: [Int], sub: " + each.name() + "_sub", each.links()));
            objects.add(type(each.name() + "_sub", "n: Int, s: String", List.of()));
        }
        return metadata;
    }

    private List<Service> of(Home home) {
        return web.services().stream().filter(each -> each.home() == home).toList();
    }

    private @Nullable Rights rights(Service service) {
        return web.role().rights().get(service.name());
    }

    private ObjectNode source(String name, Home home) {
        var source = Json.object().put("name", name).put("kind", "postgres");
        source.putObject("configuration")
                .putObject("connection_info")
                .putObject("database_url")
                .put("from_env", "HASURA_GRAPHQL_DATABASE_URL");
        var tables = source.putArray("tables");
        of(home).forEach(each -> tables.add(table(each)));
        return source;
    }

    private ObjectNode table(Service service) {
        var table = Json.object().put("table", sqlName(service));
        table.putObject("configuration").put("custom_name", service.name());
        table.set("remote_relationships", links(service.links()));
        var rights = rights(service);
        if (rights != null) {
            var permission = table.putArray("select_permissions")
                    .addObject()
                    .put("role", web.role().name())
                    .putObject("permission")
                    .put("allow_aggregations", rights.counts());
            var columns = permission.putArray("columns");
            rights.fields().forEach(columns::add);
            var all = permission.putObject("filter").putArray("_and");
            rights.checks()
                    .forEach(each -> all.addObject().putObject(each.column()).set(each.operator(), each.value()));
            if (rights.limit() != null) {
                permission.put("limit", rights.limit());
            }
        }
        return table;
    }

    private ArrayNode links(List<Link> links) {
        var all = Json.array();
        links.forEach(each -> all.addObject()
                .put("name", each.name())
                .put("partial", each.partial())
                .set("definition", definition(each)));
        return all;
    }

    private ObjectNode definition(Link link) {
        var target = web.service(link.target());
        var definition = Json.object();
        switch (target.home()) {
            case TABLE, TABLE_ELSEWHERE -> {
                var source = target.home() == Home.TABLE ? "default" : "other";
                var to = definition.putObject("to_source").put("source", source).put("table", sqlName(target));
                to.put("relationship_type", link.toMany() ? "array" : "object");
                var mapping = to.putObject("field_mapping");
                link.pairs().forEach(mapping::put);
            }
            case REMOTE -> {
                var to = definition.putObject("to_remote_schema").put("remote_schema", target.name());
                var left = to.putArray("lhs_fields");
                link.pairs().sequencedKeySet().forEach(left::add);
                var field = link.root().of(target.name());
                var arguments = to.putObject("remote_field").putObject(field).putObject("arguments");
                link.pairs().forEach((from, name) -> arguments.put(wire(link.root(), name), "$" + from));
                if (link.batch()) {
                    to.putObject("batch").put("match_by", "id").put("type", link.toMany() ? "array" : "object");
                }
            }
            case ACTION -> {
                var to = definition
                        .putObject("to_action")
                        .put("action", link.root().of(target.name()));
                var arguments = to.putObject("arguments");
                link.pairs().forEach((from, name) -> arguments.put(name, "$" + from));
                to.put("batch", link.batch());
            }
        }
        return definition;
    }

    static String wire(Root root, String argument) {
        return root == Root.MANY && argument.equals("id") ? "ids" : argument;
    }

    private ObjectNode remote(Service service) {
        var remote = Json.object().put("name", service.name());
        remote.putObject("definition").put("url", url + "/remote/" + service.name());
        remote.putArray("remote_relationships")
                .addObject()
                .put("type_name", service.name())
                .set("relationships", links(service.links()));
        var rights = rights(service);
        if (rights != null) {
            remote.putArray("permissions")
                    .addObject()
                    .put("role", web.role().name())
                    .putObject("definition")
                    .put("schema", permitted(service.name(), rights));
        }
        return remote;
    }

    /** All of a remote schema. */
    static String sdl(String name) {
        return "type Query { " + name + "_one(id: Int, n: Int, s: String): " + name + " " + name
                + "_list(id: Int, n: Int, s: String): [" + name + "] " + name
                + "_many(ids: [Int!]!, n: Int, s: String): [" + name + "!]! } type " + name
                + " { id: Int! n: Int s: String l: [Int] sub: " + name + "_sub } type " + name
                + "_sub { n: Int s: String }";
    }

    private static String permitted(String name, Rights rights) {
        var sdl = new StringBuilder("type Query {");
        rights.roots().forEach((root, arguments) -> {
            var parts = arguments.entrySet().stream()
                    .filter(each -> !(each.getValue() instanceof Argument.Hidden))
                    .map(each -> wire(root, each.getKey()) + ": " + argument(root, each.getKey(), each.getValue()))
                    .toList();
            sdl.append(' ').append(root.of(name));
            sdl.append(parts.isEmpty() ? "" : "(" + String.join(", ", parts) + ")");
            sdl.append(": ")
                    .append(
                            switch (root) {
                                case ONE -> name;
                                case LIST -> "[" + name + "]";
                                case MANY -> "[" + name + "!]!";
                            });
        });
        sdl.append(" } type ").append(name).append(" {");
        for (var field : rights.fields()) {
            sdl.append(' ')
                    .append(field)
                    .append(": ")
                    .append(
                            switch (field) {
                                case "id" -> "Int!";
                                case "n" -> "Int";
                                case "s" -> "String";
                                case "l" -> "[Int]";
                                default -> name + "_sub";
                            });
        }
        sdl.append(" }");
        return rights.fields().contains("sub") ? sdl + " type " + name + "_sub { n: Int s: String }" : sdl.toString();
    }

    private static String argument(Root root, String name, Argument argument) {
        var type = root == Root.MANY && name.equals("id") ? "[Int!]!" : name.equals("s") ? "String" : "Int";
        if (!(argument instanceof Argument.Preset(var written))) {
            return type;
        }
        var isText = name.equals("s") || written.startsWith("x-hasura-");
        return type + " @preset(value: " + (isText ? "\"" + written + "\"" : written) + ")";
    }

    private ObjectNode action(Service service, Root root, String output) {
        var action = Json.object().put("name", root.of(service.name()));
        var definition = action.putObject("definition").put("type", "query");
        definition.put("handler", url + "/action").put("output_type", output);
        var arguments = definition.putArray("arguments");
        for (var each : Web.VALUES) {
            arguments.addObject().put("name", each).put("type", each.equals("s") ? "String" : "Int");
        }
        if (rights(service) != null) {
            action.putArray("permissions").addObject().put("role", web.role().name());
        }
        return action;
    }

    private ObjectNode type(String name, String fields, List<Link> links) {
        var type = Json.object().put("name", name);
        var all = type.putArray("fields");
        for (var field : fields.split(", ")) {
            var parts = field.split(": ");
            all.addObject().put("name", parts[0]).put("type", parts[1]);
        }
        type.set("relationships", links(links));
        return type;
    }
}
