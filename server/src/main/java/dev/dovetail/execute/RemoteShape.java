package dev.dovetail.execute;

import dev.dovetail.json.Json;
import dev.dovetail.model.RemoteNaming;
import dev.dovetail.plan.Shape;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts a remote schema's answer in the order of the request, and calls its types what they are called here. It is not
 * checked: the remote answers for its own types, and what does not look as expected is told as it came.
 */
record RemoteShape(RemoteNaming naming) {

    JsonNode apply(Shape shape, JsonNode value) {
        return switch (shape) {
            case Shape.ObjectShape object when value instanceof ObjectNode from -> object(object, from);
            case Shape.AnyOf anyOf when value instanceof ObjectNode from -> anyOf(anyOf, from);
            case Shape.ListOf(var of, var _)
            when value.isArray() -> {
                var list = Json.array();
                value.forEach(item -> list.add(apply(of, item)));
                yield list;
            }
            case Shape.ObjectShape _,
                    Shape.OneOf _,
                    Shape.AnyOf _,
                    Shape.ListOf _,
                    Shape.Leaf _,
                    Shape.EnumLeaf _,
                    Shape.Verbatim _ -> value;
        };
    }

    private ObjectNode anyOf(Shape.AnyOf shape, ObjectNode from) {
        var own = from.path(shape.key());
        if (!own.isString()) {
            return from;
        }
        var type = naming.type(own.stringValue());
        var isTold = shape.seen() == null || shape.seen().contains(type);
        return isTold
                ? object(type, shape.members().getOrDefault(type, shape.common()), from)
                : object(shape.type(), shape.common(), from);
    }

    ObjectNode object(Shape.ObjectShape shape, ObjectNode from) {
        return object(shape.type(), shape.fields(), from);
    }

    private ObjectNode object(String type, List<Shape.Field> fields, ObjectNode from) {
        var object = Json.object();
        for (var field : fields) {
            switch (field) {
                case Shape.Field.Taken(var key, var name, var of) -> {
                    var value = from.get(name);
                    object.set(key, value == null ? Json.string(null) : apply(of, value));
                }
                case Shape.Field.TypeName(var key) -> object.put(key, type);
                case Shape.Field.Present _ -> {}
                case Shape.Field.Joined(var key) -> object.putNull(key);
            }
        }
        return object;
    }
}
