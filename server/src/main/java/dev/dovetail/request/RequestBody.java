package dev.dovetail.request;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a GraphQL request asks, as JSON says it. */
record RequestBody(
        String query, ObjectNode variables, @Nullable String operationName) {
    private static final String TYPE = "parsing Hasura.GraphQL.Transport.HTTP.Protocol.GQLReq(GQLReq) failed, ";

    /** @param batch whether the body was a list, and the answer must be one */
    record Parsed(List<RequestBody> operations, boolean batch) {}

    /** @param operationsMax of a batch */
    static Parsed parse(byte[] body, int operationsMax) {
        var json = json(body);
        if (!json.isArray()) {
            return new Parsed(List.of(one(json, Path.ROOT)), false);
        }
        if (json.size() > operationsMax) {
            throw ApiException.validation(
                    Path.ROOT, "a batch may hold " + operationsMax + " operations at most, not " + json.size());
        }
        var operations = new ArrayList<RequestBody>();
        for (var each : json) {
            operations.add(one(each, Path.ROOT.index(operations.size())));
        }
        return new Parsed(operations, true);
    }

    private static JsonNode json(byte[] body) {
        try {
            return Json.read(body);
        } catch (JacksonException malformed) {
            throw new ApiException(ErrorCode.INVALID_JSON, Path.ROOT, "the request body is not valid JSON");
        }
    }

    static RequestBody one(JsonNode json, Path path) {
        if (!json.isObject()) {
            throw parseFailed(path, TYPE + "expected Object, but encountered " + encountered(json));
        }
        var query = json.get("query");
        if (query == null || query.isNull()) {
            throw parseFailed(path, TYPE + "key \"query\" not found");
        }
        if (!query.isString()) {
            throw parseFailed(
                    path.key("query"), "parsing Text failed, expected String, but encountered " + encountered(query));
        }
        var variables = json.get("variables");
        if (variables != null && !variables.isNull() && !variables.isObject()) {
            throw parseFailed(
                    path.key("variables"),
                    "parsing HashMap failed, expected Object, but encountered " + encountered(variables));
        }
        if (!json.path("extensions").path("persistedQuery").isMissingNode()) {
            throw new ApiException(ErrorCode.NOT_SUPPORTED, path, "Automatic Persisted Queries is not enabled");
        }
        var name = json.get("operationName");
        return new RequestBody(
                query.stringValue(),
                variables instanceof ObjectNode object ? object : Json.object(),
                name != null && name.isString() && !name.stringValue().isEmpty() ? name.stringValue() : null);
    }

    private static ApiException parseFailed(Path path, String message) {
        return new ApiException(ErrorCode.PARSE_FAILED, path, message);
    }

    static String encountered(JsonNode json) {
        return switch (json.getNodeType()) {
            case ARRAY -> "Array";
            case BOOLEAN -> "Boolean";
            case NUMBER -> "Number";
            case STRING -> "String";
            case OBJECT, POJO -> "Object";
            case NULL, MISSING, BINARY -> "Null";
        };
    }
}
