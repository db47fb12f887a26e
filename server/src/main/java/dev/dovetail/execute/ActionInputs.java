package dev.dovetail.execute;

import dev.dovetail.error.Path;
import dev.dovetail.graphql.Scalars;
import dev.dovetail.graphql.ast.TypeSyntax;
import dev.dovetail.json.Json;
import dev.dovetail.model.Action;
import dev.dovetail.plan.ActionInput;
import java.util.SequencedMap;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The arguments of an action as its handler gets them. Variables come raw from the request, so GraphQL's own scalars
 * are coerced here, within input objects, too: a number for an ID becomes a string, a single value where a list is
 * wanted becomes a list.
 */
record ActionInputs(Inputs inputs) {
    private static final Set<String> BUILT_IN = Set.of("Int", "Float", "String", "Boolean", "ID");

    ObjectNode of(Action action, SequencedMap<String, ActionInput> input) {
        var object = Json.object();
        input.forEach((name, given) -> {
            var value = inputs.find(given.value());
            if (value != null) {
                object.set(name, coerced(action, name, value, given.path()));
            }
        });
        return object;
    }

    JsonNode coerced(Action action, String name, JsonNode value, Path path) {
        return action.arguments().stream()
                .filter(argument -> argument.name().equals(name))
                .findFirst()
                .map(argument -> checked(action, argument.type(), coerced(action, argument.type(), value, path), path))
                .orElse(value);
    }

    private static JsonNode checked(Action action, TypeSyntax type, JsonNode value, Path path) {
        if (action.inputs() != null && action.inputs().checked()) {
            new InputChecks(action.inputs()).check(type, value, path);
        }
        return value;
    }

    private static JsonNode coerced(Action action, TypeSyntax type, JsonNode value, Path path) {
        if (value.isNull()) {
            return value;
        }
        return switch (type) {
            case TypeSyntax.NonNull(var of) -> coerced(action, of, value, path);
            case TypeSyntax.ListOf(var of) -> list(action, of, value, path);
            case TypeSyntax.Named(var name) ->
                BUILT_IN.contains(name)
                        ? Scalars.coerce(name, value, path)
                        : value instanceof ObjectNode object ? object(action, name, object, path) : value;
        };
    }

    private static JsonNode list(Action action, TypeSyntax of, JsonNode value, Path path) {
        var list = Json.array();
        if (!value.isArray()) {
            return list.add(coerced(action, of, value, path));
        }
        for (var i = 0; i < value.size(); i++) {
            list.add(coerced(action, of, value.get(i), path.index(i)));
        }
        return list;
    }

    /** Any object may be a scalar of the user's own. */
    private static JsonNode object(Action action, String type, ObjectNode value, Path path) {
        var fields = action.inputs() == null ? null : action.inputs().objects().get(type);
        if (fields == null) {
            return value;
        }
        var object = Json.object();
        object.setAll(value);
        for (var field : fields) {
            var within = value.get(field.name());
            if (within != null) {
                object.set(field.name(), coerced(action, field.type(), within, path.key(field.name())));
            }
        }
        return object;
    }
}
