package dev.dovetail.model;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Where a value comes from when a plan runs. Plans hold sources, never the values of a request. */
public sealed interface ValueSource {

    /** Written in the metadata: the same for every request, so it may stand in the SQL itself. */
    record Fixed(JsonNode value) implements ValueSource {}

    /** Written in the request's text. */
    record Literal(JsonNode value) implements ValueSource {}

    /**
     * A GraphQL variable, or a part of one.
     *
     * @param path keys ({@link String}) and positions ({@link Integer}) into the variable's value
     */
    record Variable(String name, List<Object> path) implements ValueSource {
        public Variable {
            path = List.copyOf(path);
        }
    }

    /** A session variable by its lower-case name. A request without it fails. */
    record SessionVariable(String name) implements ValueSource {}

    /** All session variables as one JSON object. */
    record SessionObject() implements ValueSource {}

    /** A list written in the request's text whose items come from here and there. */
    record ListOf(List<ValueSource> items) implements ValueSource {
        public ListOf {
            items = List.copyOf(items);
        }
    }

    /** An object written in the request's text, its fields given in turn. */
    record ObjectOf(List<Field> fields) implements ValueSource {
        public ObjectOf {
            fields = List.copyOf(fields);
        }

        public record Field(String name, ValueSource value) {}
    }
}
