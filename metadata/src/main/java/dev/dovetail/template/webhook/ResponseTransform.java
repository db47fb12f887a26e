package dev.dovetail.template.webhook;

import dev.dovetail.json.Json;
import dev.dovetail.template.Scope;
import dev.dovetail.template.TemplateError;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How an answer is rewritten before anybody looks at it, whatever its status. */
public record ResponseTransform(@Nullable BodyTransform body) {

    /**
     * What its templates see.
     *
     * @param request null when the request was not transformed
     */
    public record Context(
            byte[] body,
            int status,
            @Nullable RequestContext request,
            @Nullable ObjectNode session) {
        private Scope scope() {
            var variables = new LinkedHashMap<String, JsonNode>();
            variables.put("$body", RequestContext.json(body));
            variables.put("$request", request == null ? Json.string(null) : request.json());
            variables.put("$response", Json.object().put("status", status));
            variables.put("$session_variables", session == null ? Json.string(null) : session);
            return new Scope(variables, session);
        }
    }

    public List<TemplateError> problems() {
        return body == null ? List.of() : body.problems();
    }

    /** Null when the answer stays as it came. Throws {@link TransformFailure}. */
    public @Nullable JsonNode apply(Context context) {
        return body == null ? null : body.response(context.scope());
    }
}
