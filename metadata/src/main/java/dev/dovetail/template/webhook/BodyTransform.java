package dev.dovetail.template.webhook;

import dev.dovetail.json.Json;
import dev.dovetail.template.Scope;
import dev.dovetail.template.TemplateError;
import dev.dovetail.template.TemplateException;
import dev.dovetail.template.UriText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** What becomes of a body. */
public sealed interface BodyTransform {

    /** JSON as a template makes it. */
    record FromTemplate(Part template) implements BodyTransform {}

    record Remove() implements BodyTransform {}

    /** A form, each of its values text with templates in it. */
    record Form(SequencedMap<String, Part> fields) implements BodyTransform {}

    static BodyTransform template(String text) {
        return new FromTemplate(Part.of(text));
    }

    static BodyTransform form(Map<String, String> fields) {
        var sorted = new TreeMap<String, Part>();
        fields.forEach((name, text) -> sorted.put(name, Part.ofText(text)));
        return new Form(sorted);
    }

    default List<TemplateError> problems() {
        return switch (this) {
            case FromTemplate(var template) -> template.problems();
            case Remove _ -> List.of();
            case Form(var fields) ->
                fields.values().stream()
                        .flatMap(part -> part.problems().stream())
                        .toList();
        };
    }

    /** Throws {@link TransformFailure}. */
    default byte[] request(Scope scope) {
        return switch (this) {
            case FromTemplate(var template) -> Json.writeBytes(evaluate(template, scope));
            case Remove _ -> new byte[0];
            case Form(var fields) -> encoded(fields, scope).getBytes(StandardCharsets.UTF_8);
        };
    }

    /** Throws {@link TransformFailure}. */
    default JsonNode response(Scope scope) {
        return switch (this) {
            case FromTemplate(var template) -> evaluate(template, scope);
            case Remove _ -> Json.string(null);
            case Form(var fields) -> Json.string(encoded(fields, scope));
        };
    }

    private static JsonNode evaluate(Part template, Scope scope) {
        try {
            return template.evaluate(scope);
        } catch (TemplateException failure) {
            throw TransformFailure.of(failure);
        }
    }

    /** A value that comes out as null leaves its field out. */
    private static String encoded(SequencedMap<String, Part> fields, Scope scope) {
        var parts = new TextParts(scope);
        var pairs = new ArrayList<String>();
        fields.forEach((name, part) -> {
            var value = parts.text(part);
            if (!value.equals("null")) {
                pairs.add(UriText.escapedInForm(name) + "=" + UriText.escapedInForm(value));
            }
        });
        parts.check();
        return String.join("&", pairs);
    }
}
