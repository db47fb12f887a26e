package dev.dovetail.openapi;

import dev.dovetail.json.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The document: where things stand in it in the two versions of the format. */
final class Description {
    /** A reference that leads to a reference, and so on, ends somewhere. */
    private static final int REFERENCES_MAX = 50;

    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "options", "head", "patch");

    private final JsonNode root;

    /** @throws IllegalArgumentException when it is neither OpenAPI 3 nor Swagger 2 */
    Description(JsonNode root) {
        this.root = root;
        var version = root.path("openapi").asString(root.path("swagger").asString(""));
        if (!version.startsWith("3") && !version.startsWith("2")) {
            throw new IllegalArgumentException("this is neither OpenAPI 3 nor Swagger 2: there is no version in it");
        }
        if (!root.path("paths").isObject()) {
            throw new IllegalArgumentException("there are no paths in this description");
        }
    }

    boolean isSwagger() {
        return root.has("swagger");
    }

    /** @param shared parameters of the path */
    record Operation(String path, String method, JsonNode body, List<JsonNode> shared) {
        List<JsonNode> parameters(Description in) {
            var named = new LinkedHashMap<String, JsonNode>();
            for (var list : List.of(shared, body.path("parameters").values())) {
                for (var each : list) {
                    var parameter = in.resolve(each);
                    named.put(
                            parameter.path("in").asString("") + " "
                                    + parameter.path("name").asString(""),
                            parameter);
                }
            }
            return List.copyOf(named.values());
        }

        String title() {
            return method.toUpperCase(Locale.ROOT) + " " + path;
        }
    }

    List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        root.path("paths").properties().forEach(entry -> {
            var item = resolve(entry.getValue());
            var shared = List.copyOf(item.path("parameters").values());
            for (var method : METHODS) {
                if (item.path(method).isObject()) {
                    operations.add(new Operation(entry.getKey(), method, item.get(method), shared));
                }
            }
        });
        return operations;
    }

    /** What a reference leads to, and what does not refer itself. A reference that leads nowhere is an empty object. */
    JsonNode resolve(JsonNode node) {
        var at = node;
        for (var i = 0; i < REFERENCES_MAX && at.path("$ref").isString(); i++) {
            at = target(at.path("$ref").stringValue());
        }
        return at.path("$ref").isString() ? Json.object() : at;
    }

    /** Empty of a reference into another document. */
    private JsonNode target(String reference) {
        if (!reference.startsWith("#/")) {
            return Json.object();
        }
        var at = root;
        for (var step : reference.substring(2).split("/", -1)) {
            var name = URLDecoder.decode(step.replace("+", "%2B"), StandardCharsets.UTF_8)
                    .replace("~1", "/")
                    .replace("~0", "~");
            at = at.isArray() && name.matches("[0-9]{1,6}") ? at.path(Integer.parseInt(name)) : at.path(name);
        }
        return at.isMissingNode() ? Json.object() : at;
    }

    /** The service's address; null when the description has only a path or nothing. */
    @Nullable
    String server() {
        if (isSwagger()) {
            var scheme = root.path("schemes").path(0).asString("https");
            var host = root.path("host").asString("");
            return host.isEmpty()
                    ? null
                    : scheme + "://" + host + base(root.path("basePath").asString(""));
        }
        var server = root.path("servers").path(0);
        var url = server.path("url").asString("");
        for (var variable : server.path("variables").properties()) {
            url = url.replace(
                    "{" + variable.getKey() + "}",
                    variable.getValue().path("default").asString(""));
        }
        return url.startsWith("http") ? base(url) : null;
    }

    private static String base(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** By media type, the schemas of a body. */
    SequencedMap<String, JsonNode> content(JsonNode body) {
        var schemas = new LinkedHashMap<String, JsonNode>();
        body.path("content")
                .properties()
                .forEach(entry ->
                        schemas.put(mediaType(entry.getKey()), entry.getValue().path("schema")));
        return schemas;
    }

    static String mediaType(String written) {
        return written.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    static boolean isJson(String mediaType) {
        return mediaType.equals("application/json") || mediaType.endsWith("+json") || mediaType.equals("*/*");
    }

    /** A list of media types in Swagger 2, of the operation or else of all. */
    List<String> mediaTypes(Operation operation, String key) {
        var own = operation.body().path(key);
        var list = own.isArray() ? own : root.path(key);
        return list.values().stream().map(each -> mediaType(each.asString(""))).toList();
    }
}
