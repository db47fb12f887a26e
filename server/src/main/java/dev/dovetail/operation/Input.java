package dev.dovetail.operation;

import dev.dovetail.error.Path;
import dev.dovetail.graphql.ScalarRule;
import dev.dovetail.graphql.type.InputField;
import dev.dovetail.json.Json;
import dev.dovetail.model.ValueSource;
import dev.dovetail.schema.ArgumentName;
import dev.dovetail.schema.InputMeaning;
import dev.dovetail.schema.Meaning;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import tools.jackson.databind.JsonNode;

/** A coerced input value. It knows its value now and where to find the value in another request of the same shape. */
public sealed interface Input {
    ValueSource source();

    Path path();

    /** The value in this request. Planning must not depend on it, except where the variable shape holds it. */
    JsonNode json();

    record Null(ValueSource source, Path path) implements Input {
        @Override
        public JsonNode json() {
            return Json.string(null);
        }
    }

    record Scalar(ScalarRule rule, JsonNode json, ValueSource source, Path path) implements Input {}

    record EnumName(String type, String name, ValueSource source, Path path) implements Input {
        @Override
        public JsonNode json() {
            return Json.string(name);
        }
    }

    record Items(List<Input> of, ValueSource source, Path path) implements Input {
        @Override
        public JsonNode json() {
            var array = Json.array();
            of.forEach(each -> array.add(each.json()));
            return array;
        }
    }

    record Fields(SequencedMap<String, Entry> of, ValueSource source, Path path) implements Input {
        public Optional<Input> argument(ArgumentName name) {
            return Input.argument(of, name);
        }

        @Override
        public JsonNode json() {
            var object = Json.object();
            of.forEach((name, entry) -> object.set(name, entry.value().json()));
            return object;
        }
    }

    /** A field of an input object, or an argument, with its value. */
    record Entry(InputField<Meaning> definition, Input value) {
        public InputMeaning meaning() {
            return (InputMeaning) definition.meaning();
        }
    }

    /** One of the product's own arguments, whatever a source's naming calls it; empty when it was not given. */
    static Optional<Input> argument(SequencedMap<String, Entry> inputs, ArgumentName name) {
        for (var entry : inputs.values()) {
            if (entry.meaning() instanceof InputMeaning.Argument(var known) && known == name) {
                return Optional.of(entry.value());
            }
        }
        return Optional.empty();
    }

    /** The names in a list of enum values; none in anything else. */
    default List<String> enumNames() {
        return this instanceof Items items
                ? items.of().stream().map(each -> ((EnumName) each).name()).toList()
                : List.of();
    }

    default boolean isNull() {
        return this instanceof Null;
    }
}
