package dev.dovetail.demo;

import dev.dovetail.demo.JsonServer.Answer;
import dev.dovetail.json.Json;
import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.schema.DataFetcher;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The remote schema: a GraphQL server over HTTP that serves profiles by their Auth0 id, with real introspection. */
public final class ProfilesService implements AutoCloseable {
    private static final String SDL = """
            "What the login provider knows about our users."
            type Query {
              "The profile of one user; null when the provider does not know the id."
              auth0_profile(auth0_id: String!): Profile
            }

            type Profile {
              auth0_id: String!
              email: String
              nickname: String
              "ISO 8601, UTC"
              last_login: String
              logins_count: Int!
            }
            """;

    private final JsonServer server;
    private final AtomicLong requests;

    private ProfilesService(JsonServer server, AtomicLong requests) {
        this.server = server;
        this.requests = requests;
    }

    /** @param port 0 takes any free port */
    public static ProfilesService start(int port) throws IOException {
        var graphql = engine();
        var requests = new AtomicLong();
        SequencedMap<String, JsonServer.Route> routes = new LinkedHashMap<>();
        routes.put("/graphql", request -> {
            requests.incrementAndGet();
            return answer(graphql, request);
        });
        return new ProfilesService(JsonServer.start(port, routes), requests);
    }

    public int port() {
        return server.port();
    }

    public String url() {
        return "http://127.0.0.1:" + port() + "/graphql";
    }

    /** How many HTTP requests came in since the start, introspection included. */
    public long requests() {
        return requests.get();
    }

    @Override
    public void close() {
        server.close();
    }

    private static GraphQL engine() {
        DataFetcher<@Nullable Map<String, Object>> byId = environment -> {
            String id = environment.getArgumentOrDefault("auth0_id", "");
            return Profile.of(id).map(ProfilesService::fields).orElse(null);
        };
        var wiring = RuntimeWiring.newRuntimeWiring()
                .type("Query", type -> type.dataFetcher("auth0_profile", byId))
                .build();
        var schema = new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(SDL), wiring);
        return GraphQL.newGraphQL(schema).build();
    }

    private static Map<String, Object> fields(Profile profile) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("auth0_id", profile.auth0Id());
        fields.put("email", profile.email());
        fields.put("nickname", profile.nickname());
        fields.put("last_login", profile.lastLogin().toString());
        fields.put("logins_count", profile.loginsCount());
        return fields;
    }

    private static Answer answer(GraphQL graphql, JsonNode request) {
        var query = request.path("query");
        if (!query.isString()) {
            return Answer.badRequest("a GraphQL request needs a query");
        }
        var input = ExecutionInput.newExecutionInput(query.stringValue())
                .operationName(request.path("operationName").asString(null))
                .variables(variables(request.path("variables")))
                .build();
        return Answer.ok(Json.MAPPER.valueToTree(graphql.execute(input).toSpecification()));
    }

    private static Map<String, Object> variables(JsonNode variables) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (variables.isObject()) {
            variables
                    .properties()
                    .forEach(entry ->
                            values.put(entry.getKey(), Json.MAPPER.treeToValue(entry.getValue(), Object.class)));
        }
        return values;
    }
}
