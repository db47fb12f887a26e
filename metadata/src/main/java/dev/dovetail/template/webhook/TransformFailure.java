package dev.dovetail.template.webhook;

import dev.dovetail.json.Json;
import dev.dovetail.template.TemplateException;
import tools.jackson.databind.node.ArrayNode;

/** A transform gives no request or no answer. A user's mistake, so without a stack trace. */
public final class TransformFailure extends RuntimeException {
    private final transient ArrayNode errors;

    TransformFailure(ArrayNode errors) {
        super("transformation failed", null, false, false);
        this.errors = errors;
    }

    static TransformFailure of(TemplateException failure) {
        return new TransformFailure(Json.array().add(failure.error().json()));
    }

    static TransformFailure saying(String message) {
        var error = Json.object().put("error_code", "TransformationError").put("message", message);
        return new TransformFailure(Json.array().add(error));
    }

    /** As clients are told. They may quote addresses. */
    public ArrayNode errors() {
        return errors;
    }
}
