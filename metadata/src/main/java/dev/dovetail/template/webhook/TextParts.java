package dev.dovetail.template.webhook;

import dev.dovetail.json.Json;
import dev.dovetail.template.Scope;
import dev.dovetail.template.TemplateException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Evaluates several templates of text and collects what goes wrong in any of them. */
final class TextParts {
    private final Scope scope;
    private final ArrayNode errors = Json.array();

    TextParts(Scope scope) {
        this.scope = scope;
    }

    /** Empty text when it fails, which {@link #check()} tells. */
    String text(Part part) {
        try {
            return scalar(part.evaluate(scope));
        } catch (TemplateException failure) {
            errors.add(failure.error().json());
            return "";
        }
    }

    /** It need not be text: a template may end the quotes it stands in. */
    private String scalar(JsonNode value) {
        if (value.isValueNode() && !value.isNull()) {
            return value.asString();
        }
        errors.addObject()
                .put("error_code", "TransformationError")
                .put("message", "Template must produce a String, Number, or Boolean value")
                .set("value", value);
        return "";
    }

    /** Throws {@link TransformFailure} when anything failed. */
    void check() {
        if (!errors.isEmpty()) {
            throw new TransformFailure(errors);
        }
    }
}
