package dev.dovetail.execute;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.model.ValueSource;
import dev.dovetail.session.Session;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A request's values: looks up what {@link ValueSource}s name. */
record Inputs(ObjectNode variables, Session session) {

    static Inputs of(Call call) {
        return new Inputs(call.variables(), call.session());
    }

    /** As {@link #find}, with null for what is not given. */
    JsonNode json(ValueSource source) {
        var found = find(source);
        return found == null ? Json.string(null) : found;
    }

    /** Null when the source is a variable that is not given. */
    @Nullable
    JsonNode find(ValueSource source) {
        return switch (source) {
            case ValueSource.Fixed(var value) -> value;
            case ValueSource.Literal(var value) -> value;
            case ValueSource.Variable(var name, var path) -> variable(name, path);
            case ValueSource.SessionVariable(var name) -> Json.string(sessionVariable(name));
            case ValueSource.SessionObject() -> sessionObject();
            case ValueSource.ListOf(var items) -> list(items);
            case ValueSource.ObjectOf(var fields) -> object(fields);
        };
    }

    /** Throws {@code not-found} when the session has no such variable. */
    String sessionVariable(String lowerCaseName) {
        var value = session.variable(lowerCaseName);
        if (value == null) {
            throw new ApiException(
                    ErrorCode.NOT_FOUND, Path.ROOT, "missing session variable: \"" + lowerCaseName + "\"");
        }
        return value;
    }

    ObjectNode sessionObject() {
        var object = Json.object();
        session.variables().forEach(object::put);
        return object;
    }

    private @Nullable JsonNode variable(String name, List<Object> path) {
        var value = variables.get(name);
        for (var step : path) {
            if (value == null || value.isNull()) {
                return null;
            }
            value = step(value, step);
        }
        return value;
    }

    private static @Nullable JsonNode step(JsonNode value, Object step) {
        if (step instanceof Integer index) {
            // Where a list is wanted, GraphQL takes a single value for a list of one.
            return value.isArray() || index != 0 ? value.get(index) : value;
        }
        return value.get((String) step);
    }

    private JsonNode list(List<ValueSource> items) {
        var list = Json.array();
        items.forEach(item -> list.add(json(item)));
        return list;
    }

    private JsonNode object(List<ValueSource.ObjectOf.Field> fields) {
        var object = Json.object();
        for (var field : fields) {
            var value = find(field.value());
            if (value != null) {
                object.set(field.name(), value);
            }
        }
        return object;
    }
}
