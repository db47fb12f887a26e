package dev.dovetail.properties;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.dovetail.json.Json;
import dev.dovetail.properties.Web.Home;
import dev.dovetail.properties.Web.Service;
import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.GraphqlErrorException;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The services of a web that are no tables: remote schemas that graphql-java answers, and the actions' handler. */
final class WebServices {
    private final HttpServer server;
    private final Map<String, GraphQL> remotes = new HashMap<>();
    private @Nullable Web web;

    private WebServices(HttpServer server) {
        this.server = server;
        server.createContext("/remote/", this::remote);
        server.createContext("/action", this::action);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    static WebServices start() {
        // Else each answer waits for the acknowledgement of its own headers, tens of milliseconds.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            return new WebServices(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    void close() {
        server.stop(0);
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    synchronized void stand(Web next) {
        web = next;
        remotes.clear();
        next.services().stream()
                .filter(each -> each.home() == Home.REMOTE)
                .forEach(each -> remotes.put(each.name(), remoteSchema(each)));
    }

    private synchronized Web web() {
        if (web == null) {
            throw new IllegalStateException("nothing stands");
        }
        return web;
    }

    private synchronized GraphQL remote(String name) {
        var remote = remotes.get(name);
        if (remote == null) {
            throw new IllegalStateException("no remote schema " + name);
        }
        return remote;
    }

    private static GraphQL remoteSchema(Service service) {
        DataFetcher<Object> list = environment -> found(service, environment);
        DataFetcher<@Nullable Object> one = environment -> {
            var found = found(service, environment);
            return found.isEmpty() ? null : found.getFirst();
        };
        var wiring = RuntimeWiring.newRuntimeWiring()
                .type(
                        "Query",
                        type -> type.dataFetcher(Web.Root.ONE.of(service.name()), one)
                                .dataFetcher(Web.Root.LIST.of(service.name()), list)
                                .dataFetcher(Web.Root.MANY.of(service.name()), list))
                .build();
        var types = new SchemaParser().parse(WebMetadata.sdl(service.name()));
        return GraphQL.newGraphQL(new SchemaGenerator().makeExecutableSchema(types, wiring))
                .build();
    }

    private static List<Object> found(Service service, DataFetchingEnvironment environment) {
        var arguments = Json.MAPPER.<ObjectNode>valueToTree(environment.getArguments());
        if (!arguments.has("ids") && refuses(service, arguments)) {
            throw GraphqlErrorException.newErrorException().message("refused").build();
        }
        return found(service, arguments).stream()
                .map(each -> Json.MAPPER.treeToValue(each, Object.class))
                .toList();
    }

    /** Whether a number that it is asked for is refused. */
    static boolean refuses(Service service, ObjectNode arguments) {
        var refused = service.refused();
        return refused != null
                && (arguments.path("id").asString("").equals(refused.toString())
                        || arguments.path("n").asString("").equals(refused.toString()));
    }

    private static List<ObjectNode> found(Service service, ObjectNode arguments) {
        Predicate<ObjectNode> fits = row -> arguments.properties().stream()
                .allMatch(each -> each.getValue().isNull()
                        || (each.getKey().equals("ids")
                                ? each.getValue().valueStream().anyMatch(id -> same(id, row.get("id")))
                                : same(each.getValue(), row.get(each.getKey()))));
        return service.rows().stream().filter(fits).toList();
    }

    private static boolean same(JsonNode one, JsonNode other) {
        return one.asString().equals(other.asString());
    }

    private void remote(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var body = Json.read(exchange.getRequestBody().readAllBytes());
        Map<String, Object> variables = new LinkedHashMap<>();
        body.path("variables")
                .properties()
                .forEach(each -> variables.put(each.getKey(), Json.MAPPER.treeToValue(each.getValue(), Object.class)));
        var input = ExecutionInput.newExecutionInput(body.path("query").asString(""))
                .operationName(body.path("operationName").asString(null))
                .variables(variables)
                .build();
        var answer = remote(path.substring("/remote/".length())).execute(input).toSpecification();
        answer(exchange, 200, Json.MAPPER.valueToTree(answer));
    }

    private void action(HttpExchange exchange) throws IOException {
        var body = Json.read(exchange.getRequestBody().readAllBytes());
        var name = body.path("action").path("name").asString("");
        var service = web().service(name.substring(0, name.indexOf('_')));
        var isList = name.equals(Web.Root.LIST.of(service.name()));
        if (body.path("input") instanceof ObjectNode only) {
            if (refuses(service, only)) {
                answer(exchange, 400, Json.object().put("message", "refused"));
                return;
            }
            answer(exchange, 200, acted(service, only, isList));
            return;
        }
        var all = Json.array();
        body.path("input").forEach(each -> all.add(acted(service, (ObjectNode) each, isList)));
        answer(exchange, 200, all);
    }

    private static JsonNode acted(Service service, ObjectNode input, boolean isList) {
        var found = found(service, input);
        if (isList) {
            return Json.array().addAll(found);
        }
        return found.isEmpty() ? Json.string(null) : found.getFirst();
    }

    private static void answer(HttpExchange exchange, int status, JsonNode body) throws IOException {
        try (exchange) {
            var bytes = Json.writeBytes(body);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
