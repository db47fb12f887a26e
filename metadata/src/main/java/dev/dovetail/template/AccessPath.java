package dev.dovetail.template;

import dev.dovetail.template.TemplateError.Kind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Follows a chain of lookups. A failure is kept and not thrown at once, because an optional lookup further on turns
 * whatever failed before it into null; only the limits are not forgiven.
 */
final class AccessPath {
    private final Evaluator evaluator;
    private final Expr.Access access;
    private final @Nullable Bindings scope;

    AccessPath(Evaluator evaluator, Expr.Access access, @Nullable Bindings scope) {
        this.evaluator = evaluator;
        this.access = access;
        this.scope = scope;
    }

    JsonNode value() {
        var at = start();
        for (var lookup : access.lookups()) {
            at = switch (lookup) {
                case Expr.Lookup.Required required -> at instanceof Found(var value) ? required(required, value) : at;
                case Expr.Lookup.Optional optional -> optional(optional, at);
            };
        }
        return switch (at) {
            case Found(var value) -> value;
            case Failed(var failure) -> throw failure;
        };
    }

    private sealed interface At {}

    private record Found(JsonNode value) implements At {}

    private record Failed(TemplateException failure) implements At {}

    private At start() {
        try {
            return new Found(evaluator.value(access.base(), scope));
        } catch (TemplateException failure) {
            return failed(failure);
        }
    }

    private static Failed failed(TemplateException failure) {
        if (failure.error().kind() == Kind.LIMIT) {
            throw failure;
        }
        return new Failed(failure);
    }

    private At required(Expr.Lookup.Required lookup, JsonNode value) {
        try {
            return new Found(looked(lookup, value));
        } catch (TemplateException failure) {
            return failed(failure);
        }
    }

    private JsonNode looked(Expr.Lookup.Required lookup, JsonNode value) {
        if (value.isObject()) {
            var key = evaluator.value(lookup.key(), scope);
            if (!key.isString()) {
                throw Evaluator.mismatch(lookup.before(), "String", key);
            }
            var found = value.get(key.stringValue());
            if (found == null) {
                throw new TemplateException(
                        Kind.ATTRIBUTE, "'Object' has no attribute '" + key.stringValue() + "'.", lookup.whole());
            }
            return found;
        }
        // A name after a dot can only be a field.
        if (!value.isArray() || lookup.dotted()) {
            throw Evaluator.mismatch(lookup.before(), "Object", value);
        }
        var key = evaluator.value(lookup.key(), scope);
        var index = Values.index(key);
        if (index == null) {
            throw Evaluator.mismatch(lookup.whole(), "Integer", key);
        }
        var found = index < 0 ? null : value.get(index);
        if (found == null) {
            throw new TemplateException(Kind.INDEX, "Index out of range", lookup.whole());
        }
        return found;
    }

    private At optional(Expr.Lookup.Optional lookup, At at) {
        var value = at instanceof Found(var found) ? found : Values.nothing();
        var keys =
                lookup.keys().stream().map(key -> evaluator.value(key, scope)).toList();
        if (!value.isNull() && !value.isContainer()) {
            return new Failed(Evaluator.mismatch(lookup.before(), "Object", value));
        }
        for (var key : keys) {
            value = step(value, key);
        }
        return new Found(value);
    }

    private static JsonNode step(JsonNode value, JsonNode key) {
        JsonNode found = null;
        if (value.isObject() && key.isString()) {
            found = value.get(key.stringValue());
        } else if (value.isArray()) {
            var index = Values.index(key);
            found = index == null || index < 0 ? null : value.get(index);
        }
        return found == null ? Values.nothing() : found;
    }
}
