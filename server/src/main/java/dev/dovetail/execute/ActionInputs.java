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
 * are coerced here: a number for an ID becomes a string, a single value where a list is wanted becomes a list.
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
                .map(argument -> checked(action, argument.type(), coerced(argument.type(), value, path), path))
                .orElse(value);
    }

    private static JsonNode checked(Action action, TypeSyntax type, JsonNode value, Path path) {
        if (action.checks() != null) {
            new InputChecks(action.checks()).check(type, value, path);
        }
        return value;
    }

    private static JsonNode coerced(TypeSyntax type, JsonNode value, Path path) {
        if (value.isNull()) {
            return value;
        }
        return switch (type) {
            case TypeSyntax.NonNull(var of) -> coerced(of, value, path);
            case TypeSyntax.ListOf(var of) -> list(of, value, path);
            case TypeSyntax.Named(var name) -> BUILT_IN.contains(name) ? Scalars.coerce(name, value, path) : value;
        };
    }

    private static JsonNode list(TypeSyntax of, JsonNode value, Path path) {
        var list = Json.array();
        if (!value.isArray()) {
            return list.add(coerced(of, value, path));
        }
        for (var i = 0; i < value.size(); i++) {
            list.add(coerced(of, value.get(i), path.index(i)));
        }
        return list;
    }
}
