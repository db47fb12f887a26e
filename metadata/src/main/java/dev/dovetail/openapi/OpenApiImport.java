package dev.dovetail.openapi;

import dev.dovetail.json.Json;
import dev.dovetail.metadata.project.ProjectException;
import dev.dovetail.metadata.project.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Descriptions of REST services as actions. */
public final class OpenApiImport {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Description in;
    private final Wishes wishes;
    private final List<String> remarks = new ArrayList<>();
    private final GraphqlNames names = new GraphqlNames(Set.of());

    private OpenApiImport(Description in, Wishes wishes) {
        this.in = in;
        this.wishes = wishes;
    }

    /**
     * @param text YAML or JSON
     * @throws IllegalArgumentException with what is wrong, in words for the user
     */
    public static Imported of(String text, Wishes wishes) {
        try {
            var tree = Yaml.read("the description", text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
            return of(tree == null ? Json.object() : tree.json(), wishes);
        } catch (ProjectException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** As {@link #of(String, Wishes)}. */
    public static Imported of(JsonNode description, Wishes wishes) {
        return new OpenApiImport(new Description(description), wishes).imported();
    }

    private Imported imported() {
        var handler = wishes.baseUrl() == null ? in.server() : wishes.baseUrl();
        if (handler == null) {
            throw new IllegalArgumentException("the description names no server; say where the service is");
        }
        // What is written so is filled in from our environment, which is no business of the document's writer.
        if (wishes.baseUrl() == null && handler.contains("{{")) {
            throw new IllegalArgumentException(
                    "the server of the description holds the name of a variable; say where the service is");
        }
        var types = new Types(in, wishes.prefix().isEmpty() ? "" : GraphqlNames.pascal(wishes.prefix()));
        var operations = new Operations(in, types, remarks);
        var actions = new ArrayList<ObjectNode>();
        for (var operation : in.operations()) {
            var name = name(operation);
            if (isWanted(operation, name)) {
                var definition = operations.definition(operation, name);
                if (definition != null) {
                    actions.add(action(names.claim(name), operation.body(), definition, handler));
                }
            }
        }
        if (actions.isEmpty()) {
            throw new IllegalArgumentException("there is no operation to import");
        }
        remarks.addAll(types.remarks());
        return new Imported(actions, types.all(), remarks);
    }

    private String name(Description.Operation operation) {
        var id = Operations.text(operation.body(), "operationId");
        var plain = GraphqlNames.camel(id == null ? operation.method() + " " + operation.path() : id);
        return wishes.prefix().isEmpty() ? plain : GraphqlNames.argument(wishes.prefix()) + GraphqlNames.pascal(plain);
    }

    private boolean isWanted(Description.Operation operation, String name) {
        return wishes.only().isEmpty()
                || wishes.only().contains(name)
                || wishes.only().contains(operation.body().path("operationId").asString(""))
                || operation.body().path("tags").values().stream()
                        .anyMatch(tag -> wishes.only().contains(tag.asString("")));
    }

    private ObjectNode action(String name, JsonNode operation, ObjectNode definition, String handler) {
        if (definition.path("type").asString("").equals("mutation")) {
            definition.put("kind", "synchronous");
        }
        definition.put("handler", handler);
        if (wishes.forwardClientHeaders()) {
            definition.put("forward_client_headers", true);
        }
        if (!wishes.headers().isEmpty()) {
            var headers = definition.putArray("headers");
            wishes.headers()
                    .forEach((header, variable) ->
                            headers.addObject().put("name", header).put("value_from_env", variable));
        }
        var action = Json.object().put("name", name);
        action.set("definition", definition);
        var comment = comment(operation);
        if (comment != null) {
            action.put("comment", comment);
        }
        return action;
    }

    private static @Nullable String comment(JsonNode operation) {
        var summary = Operations.text(operation, "summary");
        return summary == null ? Operations.text(operation, "description") : summary;
    }
}
