package dev.dovetail.command;

import dev.dovetail.json.Json;
import dev.dovetail.metadata.Fields;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Parts of the metadata that are kept raw, changed by making new ones. */
final class Kept {
    private Kept() {}

    /** Those of the keys that are given. */
    static ObjectNode of(Fields fields, String... keys) {
        var kept = Json.object();
        for (var key : keys) {
            var value = fields.optional(key);
            if (value != null) kept.set(key, value);
        }
        return kept;
    }

    /** With the key set, or taken out when the value is null. */
    static ObjectNode with(ObjectNode rest, String key, JsonNode value) {
        var changed = Json.object();
        changed.setAll(rest);
        if (value.isNull()) changed.remove(key);
        else changed.set(key, value);
        return changed;
    }
}
