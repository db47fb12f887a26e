package dev.dovetail.outbound;

import dev.dovetail.command.RemoteIntrospector;
import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.execute.Header;
import dev.dovetail.execute.Http;
import dev.dovetail.execute.HttpFailure;
import dev.dovetail.graphql.sdl.IntrospectionReader;
import dev.dovetail.json.Json;
import dev.dovetail.metadata.RemoteSchemaDefinition;
import dev.dovetail.metadata.UrlConf;
import dev.dovetail.model.EnvironmentText;
import dev.dovetail.model.Unresolvable;
import dev.dovetail.name.RemoteSchemaName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Asks remote schemas for themselves over HTTP, as an administrator would, with the headers of their metadata. */
public final class HttpIntrospector implements RemoteIntrospector {
    private static final int TIMEOUT_SECONDS_DEFAULT = 60;
    private static final int STATUS_OK = 200;

    private final Http http;
    private final EnvironmentText environment;

    public HttpIntrospector(Http http, EnvironmentText environment) {
        this.http = http;
        this.environment = environment;
    }

    @Override
    public JsonNode introspect(RemoteSchemaName name, RemoteSchemaDefinition definition) {
        var request = request(definition);
        try {
            return checked(http.send(request));
        } catch (HttpFailure failure) {
            throw fault("HTTP exception occurred while sending the request to \"" + written(definition.url()) + "\" ("
                    + failure.getMessage() + ")");
        }
    }

    private Http.Request request(RemoteSchemaDefinition definition) {
        var body = Json.object();
        body.put("query", IntrospectionReader.query());
        var seconds = definition.timeoutSeconds() == null ? TIMEOUT_SECONDS_DEFAULT : definition.timeoutSeconds();
        try {
            return new Http.Request(
                    "POST",
                    environment.url(definition.url()),
                    headers(definition),
                    Json.writeBytes(body),
                    Duration.ofSeconds(seconds));
        } catch (Unresolvable e) {
            throw new ApiException(ErrorCode.INVALID_PARAMS, Path.ROOT, e.reason());
        }
    }

    private List<Header> headers(RemoteSchemaDefinition definition) {
        var headers = new ArrayList<Header>();
        headers.add(new Header("Content-Type", "application/json"));
        headers.add(new Header("User-Agent", "dovetail"));
        environment.headers(definition.headers()).forEach(header -> {
            headers.removeIf(ours -> ours.is(header.name()));
            headers.add(new Header(header.name(), header.value()));
        });
        if (headers.stream().noneMatch(header -> header.is("x-hasura-role"))) {
            headers.add(new Header("x-hasura-role", "admin"));
        }
        return headers;
    }

    private static JsonNode checked(Http.Response response) {
        var status = response.status() == STATUS_OK ? "" : " (HTTP status " + response.status() + ")";
        var answer = read(response.body(), status);
        if (answer.path("data").isObject()) {
            return answer;
        }
        var told = answer.path("errors").path(0).path("message");
        throw fault(
                told.isString()
                        ? "the remote schema refused the introspection query: " + told.stringValue() + status
                        : "the remote schema did not answer the introspection query with data" + status);
    }

    private static JsonNode read(byte[] body, String status) {
        try {
            return Json.read(body);
        } catch (JacksonException _) {
            throw fault("the remote schema's answer to the introspection query is not valid JSON" + status);
        }
    }

    /** As the metadata writes it: what it stands for may be a secret. */
    private static String written(UrlConf url) {
        return switch (url) {
            case UrlConf.Literal(var template) -> template;
            case UrlConf.FromEnv(var variable) -> variable;
        };
    }

    private static ApiException fault(String message) {
        return new ApiException(ErrorCode.REMOTE_SCHEMA_ERROR, Path.ROOT, message);
    }
}
