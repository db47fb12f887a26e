package dev.dovetail.openapi;

import dev.dovetail.json.Json;
import dev.dovetail.openapi.Arguments.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes actions of operations. */
final class Operations {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Pattern SUCCESS = Pattern.compile("2[0-9Xx]{2}");
    private static final Pattern IN_PATH = Pattern.compile("\\{([^{}]+)}");

    /** The transport's own business, or that of the headers of an action. */
    private static final Set<String> NO_ARGUMENTS = Set.of("accept", "content-type", "authorization");

    private final Description in;
    private final Types types;
    private final List<String> remarks;

    Operations(Description in, Types types, List<String> remarks) {
        this.in = in;
        this.types = types;
        this.remarks = remarks;
    }

    /** The part of an action's definition that follows from the operation; null when it cannot be called. */
    @Nullable
    ObjectNode definition(Description.Operation operation, String name) {
        var arguments = new Arguments();
        if (!parameters(operation, name, arguments)) {
            return null;
        }
        var definition = Json.object();
        definition.put("type", List.of("get", "head").contains(operation.method()) ? "query" : "mutation");
        output(operation, name, definition);
        definition.set("arguments", arguments.json());
        definition.put("check_scalars", true);
        definition.set("request_transform", new RequestTransform(arguments).of(operation.method(), operation.path()));
        return definition;
    }

    private boolean parameters(Description.Operation operation, String name, Arguments arguments) {
        var parameters = operation.parameters(in);
        for (var parameter : parameters) {
            switch (parameter.path("in").asString("")) {
                case "path" -> add(Place.PATH, parameter, true, name, arguments);
                case "query" -> add(Place.QUERY, parameter, isRequired(parameter), name, arguments);
                case "header" -> header(operation, parameter, name, arguments);
                case "cookie" ->
                    remarks.add(operation.title() + ": the cookie " + wire(parameter) + " is not an argument");
                default -> {}
            }
        }
        var matcher = IN_PATH.matcher(operation.path());
        while (matcher.find()) {
            var wire = matcher.group(1);
            if (arguments.at(Place.PATH).stream().noneMatch(each -> each.wire().equals(wire))) {
                arguments.add(Place.PATH, wire, "String", true, null);
            }
        }
        return in.isSwagger() ? swaggerBody(operation, parameters, name, arguments) : body(operation, name, arguments);
    }

    /** An empty header is no header left out, so only those are taken that are always there. */
    private void header(Description.Operation operation, JsonNode parameter, String name, Arguments arguments) {
        if (NO_ARGUMENTS.contains(wire(parameter).toLowerCase(Locale.ROOT))) {
            return;
        }
        if (isRequired(parameter)) {
            add(Place.HEADER, parameter, true, name, arguments);
        } else {
            remarks.add(operation.title() + ": the optional header " + wire(parameter) + " is not an argument");
        }
    }

    private void add(Place place, JsonNode parameter, boolean required, String name, Arguments arguments) {
        var wire = wire(parameter);
        // Swagger 2 has the schema in the parameter itself; some parameters hold their value as JSON.
        var inContent = in.content(parameter).values().stream().findFirst().orElse(parameter);
        var schema = parameter.has("schema") ? parameter.get("schema") : inContent;
        var type = types.of(schema, Types.Side.SENT, GraphqlNames.pascal(name) + GraphqlNames.pascal(wire));
        arguments.add(place, wire, type, required, text(parameter, "description"));
    }

    private static boolean isRequired(JsonNode parameter) {
        return parameter.path("required").asBoolean(false);
    }

    private static String wire(JsonNode parameter) {
        return parameter.path("name").asString("");
    }

    private boolean body(Description.Operation operation, String name, Arguments arguments) {
        var body = in.resolve(operation.body().path("requestBody"));
        var content = in.content(body);
        if (content.isEmpty()) {
            return true;
        }
        var required = isRequired(body);
        for (var entry : content.entrySet()) {
            if (Description.isJson(entry.getKey())) {
                whole(entry.getValue(), required, name, text(body, "description"), arguments);
                return true;
            }
        }
        var form = content.get(FORM);
        if (form == null) {
            remarks.add(operation.title() + (required ? " is left out" : " is called without a body")
                    + ": it takes one of " + String.join(" or ", content.keySet()));
            return !required;
        }
        var schema = Schema.of(form, in);
        schema.properties()
                .forEach((field, of) -> arguments.add(
                        Place.FORM,
                        field,
                        types.of(of, Types.Side.SENT, GraphqlNames.pascal(name) + GraphqlNames.pascal(field)),
                        schema.required().contains(field),
                        text(in.resolve(of), "description")));
        return true;
    }

    private boolean swaggerBody(
            Description.Operation operation, List<JsonNode> parameters, String name, Arguments arguments) {
        var consumes = in.mediaTypes(operation, "consumes");
        for (var parameter : parameters) {
            switch (parameter.path("in").asString("")) {
                case "body" ->
                    whole(
                            parameter.path("schema"),
                            isRequired(parameter),
                            name,
                            text(parameter, "description"),
                            arguments);
                case "formData" -> {
                    if (parameter.path("type").asString("").equals("file") || !consumes.contains(FORM)) {
                        remarks.add(operation.title() + " is left out: it wants a form with parts");
                        return false;
                    }
                    add(Place.FORM, parameter, isRequired(parameter), name, arguments);
                }
                default -> {}
            }
        }
        return true;
    }

    private void whole(
            JsonNode schema, boolean required, String name, @Nullable String description, Arguments arguments) {
        var type = types.of(schema, Types.Side.SENT, GraphqlNames.pascal(name) + "Body");
        arguments.add(Place.BODY, "body", type, required, description);
    }

    /** The JSON of the first success; of an answer without any, its status. */
    private void output(Description.Operation operation, String name, ObjectNode definition) {
        var answer = answered(operation);
        if (answer == null) {
            remarks.add(operation.title() + " answers no JSON: " + name + " answers its status");
            definition.put("output_type", "Int!");
            var transform = definition.putObject("response_transform");
            transform.put("version", 2).put("template_engine", "Kriti");
            transform.putObject("body").put("action", "transform").put("template", "{{$response.status}}");
            return;
        }
        var type = types.of(answer, Types.Side.ANSWERED, GraphqlNames.pascal(name) + "Output");
        definition.put("output_type", type);
    }

    private @Nullable JsonNode answered(Description.Operation operation) {
        var responses = new ArrayList<JsonNode>();
        operation.body().path("responses").properties().forEach(entry -> {
            if (SUCCESS.matcher(entry.getKey()).matches()) {
                responses.add(in.resolve(entry.getValue()));
            }
        });
        var otherwise = operation.body().path("responses").path("default");
        if (responses.isEmpty() && otherwise.isObject()) {
            responses.add(in.resolve(otherwise));
        }
        for (var response : responses) {
            if (in.isSwagger() && response.has("schema")) {
                return response.get("schema");
            }
            for (var entry : in.content(response).entrySet()) {
                if (Description.isJson(entry.getKey())) {
                    return entry.getValue();
                }
            }
        }
        return null;
    }

    static @Nullable String text(JsonNode node, String key) {
        var text = node.path(key).asString("").strip();
        return text.isEmpty() ? null : text;
    }
}
