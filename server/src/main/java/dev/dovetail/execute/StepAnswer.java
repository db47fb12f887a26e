package dev.dovetail.execute;

import dev.dovetail.error.Failure;
import dev.dovetail.json.Json;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What one step gave for its response keys. */
sealed interface StepAnswer {
    List<String> keys();

    /** What failed in partial joins. */
    default List<Failure> failures() {
        return List.of();
    }

    /** How much of it is not parsed yet. */
    default int rawBytes() {
        return switch (this) {
            case Raw(var _, var object) -> object.length;
            case RawValue(var _, var value, var _) -> value.length;
            case Nodes _ -> 0;
        };
    }

    /**
     * An object with the keys, as Postgres wrote it: copied into the answer without being parsed, where that is
     * possible.
     */
    record Raw(List<String> keys, byte[] object) implements StepAnswer {}

    /** One key's value, as Postgres wrote it. */
    record RawValue(String key, byte[] value, @Override List<Failure> failures) implements StepAnswer {
        RawValue(String key, byte[] value) {
            this(key, value, List.of());
        }

        @Override
        public List<String> keys() {
            return List.of(key);
        }
    }

    record Nodes(ObjectNode object, @Override List<Failure> failures) implements StepAnswer {
        Nodes(ObjectNode object) {
            this(object, List.of());
        }

        @Override
        public List<String> keys() {
            return List.copyOf(object.propertyNames());
        }
    }

    default Nodes parsed() {
        return switch (this) {
            case Raw(var _, var object) -> new Nodes((ObjectNode) Json.read(object));
            case RawValue(var key, var value, var _) -> {
                var object = Json.object();
                object.set(key, Json.read(value));
                yield new Nodes(object);
            }
            case Nodes nodes -> nodes;
        };
    }
}
