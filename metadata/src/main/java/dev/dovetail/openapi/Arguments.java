package dev.dovetail.openapi;

import dev.dovetail.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;

/** The arguments of one action, and where the service wants each. */
final class Arguments {
    private final GraphqlNames names = new GraphqlNames(Set.of());
    private final List<Argument> all = new ArrayList<>();

    enum Place {
        PATH,
        QUERY,
        HEADER,
        FORM,
        BODY
    }

    /**
     * @param wire the parameter's name at the service
     * @param type nullable, as GraphQL writes it
     */
    record Argument(
            Place place,
            String name,
            String wire,
            String type,
            boolean required,
            @Nullable String description) {
        boolean isList() {
            return type.startsWith("[");
        }

        /** The value in a transform, null when the client gave none. */
        String value() {
            return required ? given() : "$body.input?['" + name + "']";
        }

        /** The value where there is one. In brackets, since a name may be a word of the transform language. */
        String given() {
            return "$body.input['" + name + "']";
        }
    }

    void add(Place place, String wire, String type, boolean required, @Nullable String description) {
        var name = names.claim(GraphqlNames.argument(wire));
        all.add(new Argument(place, name, wire, type, required, description));
    }

    List<Argument> at(Place place) {
        return all.stream().filter(each -> each.place() == place).toList();
    }

    /** As {@code definition.arguments}. */
    ArrayNode json() {
        var list = Json.array();
        for (var argument : all) {
            var written = list.addObject()
                    .put("name", argument.name())
                    .put("type", argument.required() ? argument.type() + "!" : argument.type());
            if (argument.description() != null) {
                written.put("description", argument.description());
            }
        }
        return list;
    }
}
