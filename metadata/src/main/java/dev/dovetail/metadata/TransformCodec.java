package dev.dovetail.metadata;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.template.TemplateError;
import dev.dovetail.template.webhook.BodyTransform;
import dev.dovetail.template.webhook.HeaderTransform;
import dev.dovetail.template.webhook.QueryTransform;
import dev.dovetail.template.webhook.RequestTransform;
import dev.dovetail.template.webhook.ResponseTransform;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Transforms of webhooks on the wire. Version 1, which is meant when none is told, has a body that is a template; in
 * version 2 it is an object with an {@code action}. Templates that cannot be read are no matter of the codec: only the
 * commands that bring them refuse them ({@link #check}).
 */
public final class TransformCodec {
    private static final String JSON_TYPE = "application/json";

    private TransformCodec() {}

    public static RequestTransformConf request(JsonNode node, Path path) {
        var fields = Fields.of("RequestTransform", node, path);
        var version = version(fields);
        var headers = fields.optional("request_headers", TransformCodec::headers);
        var type = version == 1 ? fields.optionalString("content_type") : null;
        var transform = RequestTransform.of(
                fields.optional("method", (value, at) -> text("Method", value, at)),
                fields.optional("url", TransformCodec::template),
                body(fields, version),
                fields.optional("query_params", TransformCodec::query),
                withType(headers, type));
        engine(fields);
        return new RequestTransformConf(node, transform);
    }

    public static ResponseTransformConf response(JsonNode node, Path path) {
        var fields = Fields.of("MetadataResponseTransform", node, path);
        var body = body(fields, version(fields));
        engine(fields);
        return new ResponseTransformConf(node, new ResponseTransform(body));
    }

    /**
     * Refuses what cannot be read.
     *
     * @param path of the arguments of the command that brings the transforms
     */
    public static void check(
            @Nullable RequestTransformConf request, @Nullable ResponseTransformConf response, Path path) {
        if (response != null) {
            check("response", response.transform().problems(), path);
        }
        if (request != null) {
            check("request", request.transform().problems(), path);
        }
    }

    private static void check(String what, List<TemplateError> problems, Path path) {
        if (!problems.isEmpty()) {
            var internal = Json.array();
            problems.forEach(problem -> internal.add(problem.json()));
            throw new ApiException(ErrorCode.VALIDATION_FAILED, path, what + " transform validation failed", internal);
        }
    }

    private static int version(Fields fields) {
        var version = fields.optionalInt("version");
        if (version == null) {
            return 1;
        }
        if (version != 1 && version != 2) {
            throw Fields.fail(fields.path("version"), "expected 1 or 2, encountered " + version);
        }
        return version;
    }

    private static void engine(Fields fields) {
        var engine = fields.optionalString("template_engine");
        if (engine != null && !engine.equals("Kriti")) {
            throw Fields.fail(
                    fields.path("template_engine"),
                    "parsing TemplatingEngine failed, expected one of the tags [\"Kriti\"], but found tag "
                            + Json.string(engine));
        }
    }

    private static @Nullable BodyTransform body(Fields fields, int version) {
        return version == 1
                ? fields.optional("body", (value, path) -> BodyTransform.template(template(value, path)))
                : fields.optional("body", TransformCodec::body);
    }

    private static BodyTransform body(JsonNode node, Path path) {
        var fields = Fields.of("BodyTransformFn", node, path);
        return switch (fields.string("action")) {
            case "remove" -> new BodyTransform.Remove();
            case "transform" -> BodyTransform.template(fields.required("template", TransformCodec::template));
            case "x_www_form_urlencoded" ->
                BodyTransform.form(fields.required(
                        "form_template", (form, at) -> Fields.entries(form, at, TransformCodec::template)));
            default -> throw Fields.fail(path, "invalid transform action");
        };
    }

    private static QueryTransform query(JsonNode node, Path path) {
        if (node.isString()) {
            return QueryTransform.whole(node.stringValue());
        }
        if (!node.isObject()) {
            throw Fields.fail(path, "Invalid query parameter");
        }
        var pairs = new ArrayList<QueryTransform.Pair>();
        for (var entry : node.properties()) {
            var value = entry.getValue();
            pairs.add(QueryTransform.Pair.of(
                    entry.getKey(), value.isNull() ? null : template(value, path.key(entry.getKey()))));
        }
        return new QueryTransform.Pairs(pairs);
    }

    private static HeaderTransform headers(JsonNode node, Path path) {
        var fields = Fields.of("AddReplaceRemoveFields", node, path);
        return HeaderTransform.of(
                fields.map("add_headers", TransformCodec::template),
                fields.list("remove_headers", (value, at) -> text("HeaderKey", value, at)));
    }

    /** Says which type a body of version 1 has; a header that is added says it better. */
    private static @Nullable HeaderTransform withType(@Nullable HeaderTransform headers, @Nullable String type) {
        if (type == null || type.equals(JSON_TYPE)) {
            return headers;
        }
        var typed = new LinkedHashMap<String, String>();
        typed.put("Content-Type", type);
        return HeaderTransform.of(typed, List.of()).and(headers);
    }

    private static String template(JsonNode node, Path path) {
        return text("Template", node, path);
    }

    private static String text(String what, JsonNode node, Path path) {
        if (!node.isString()) {
            throw Fields.mismatch(path, what, "String", node);
        }
        return node.stringValue();
    }
}
