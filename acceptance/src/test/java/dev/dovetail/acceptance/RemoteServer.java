package dev.dovetail.acceptance;

import dev.dovetail.json.Json;
import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** A remote schema: any SDL, executed by graphql-java behind a stub that remembers the requests. */
final class RemoteServer implements AutoCloseable {
    private final StubHandler stub;
    private volatile StubHandler.Behaviour behaviour;

    private RemoteServer(StubHandler stub, GraphQL graphql) {
        this.stub = stub;
        this.behaviour = request -> execute(graphql, request);
        up();
    }

    static RemoteServer start(String sdl, UnaryOperator<RuntimeWiring.Builder> resolvers) throws IOException {
        var wiring = resolvers.apply(RuntimeWiring.newRuntimeWiring()).build();
        var schema = new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(sdl), wiring);
        return new RemoteServer(StubHandler.start(), GraphQL.newGraphQL(schema).build());
    }

    String url() {
        return stub.url() + "/graphql";
    }

    void up() {
        stub.answering(behaviour);
    }

    /** Answers every request with 503. */
    void down() {
        stub.answering(request -> StubHandler.Answer.json(503, "{\"message\": \"closed\"}"));
    }

    void answering(StubHandler.Behaviour other) {
        stub.answering(other);
    }

    /** The requests since the last change of behaviour. */
    List<StubHandler.Received> received() {
        return stub.received();
    }

    @Override
    public void close() {
        stub.close();
    }

    private static StubHandler.Answer execute(GraphQL graphql, StubHandler.Received request) {
        var body = Json.read(request.body());
        var input = ExecutionInput.newExecutionInput(body.path("query").asString(""))
                .operationName(body.path("operationName").asString(null))
                .variables(values(body.path("variables")))
                .graphQLContext(Map.of("headers", request.headers()))
                .build();
        return StubHandler.Answer.json(
                200, Json.write(Json.MAPPER.valueToTree(graphql.execute(input).toSpecification())));
    }

    private static Map<String, Object> values(JsonNode variables) {
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
