package dev.dovetail.graphql;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A part of an answer, with the number of values it has when written out; parts may be shared and so be small in
 * memory.
 */
record Sized(JsonNode json, long size) {
    private static final Sized NOTHING = new Sized(JsonNodeFactory.instance.nullNode(), 1);

    Sized {
        if (size > Introspection.VALUES_MAX) {
            throw ApiException.validation(Path.ROOT, "the introspection query asks for too large an answer");
        }
    }

    static Sized nothing() {
        return NOTHING;
    }

    static Sized text(@Nullable String text) {
        return text == null ? NOTHING : new Sized(Json.string(text), 1);
    }

    static Sized truth(boolean truth) {
        return new Sized(JsonNodeFactory.instance.booleanNode(truth), 1);
    }

    static <T> Sized list(Collection<? extends T> items, Function<T, Sized> answer) {
        var array = Json.array();
        var size = 1L;
        for (var item : items) {
            var part = answer.apply(item);
            array.add(part.json());
            size += part.size();
        }
        return new Sized(array, size);
    }

    /** An object of the introspection type {@code typeName}. */
    static Sized object(
            String typeName,
            List<? extends IntrospectionField> selections,
            Function<IntrospectionField, Sized> answer) {
        var object = Json.object();
        var size = 1L;
        for (var field : selections) {
            var part = field.name().equals("__typename") ? text(typeName) : answer.apply(field);
            object.set(field.responseKey(), part.json());
            size += part.size();
        }
        return new Sized(object, size);
    }
}
