package dev.dovetail.template;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The variables in scope, the innermost first. */
record Bindings(String name, JsonNode value, @Nullable Bindings outer) {

    static @Nullable Bindings of(Scope scope) {
        Bindings bindings = null;
        for (var variable : scope.variables().entrySet()) {
            bindings = new Bindings(variable.getKey(), variable.getValue(), bindings);
        }
        return bindings;
    }

    static @Nullable JsonNode find(@Nullable Bindings bindings, String name) {
        for (var at = bindings; at != null; at = at.outer) {
            if (at.name.equals(name)) {
                return at.value;
            }
        }
        return null;
    }
}
