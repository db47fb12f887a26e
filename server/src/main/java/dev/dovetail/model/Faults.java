package dev.dovetail.model;

import dev.dovetail.metadata.ObjectId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Collects inconsistencies while a model is built. Confined to one building. */
final class Faults {
    private final List<Inconsistency> found = new ArrayList<>();

    void add(ObjectId object, JsonNode definition, String reason) {
        add(object, definition, reason, null);
    }

    void add(ObjectId object, JsonNode definition, String reason, @Nullable JsonNode detail) {
        found.add(new Inconsistency(object, definition, "Inconsistent object: " + reason, detail));
    }

    boolean has(ObjectId object) {
        return found.stream().anyMatch(each -> each.object().equals(object));
    }

    List<Inconsistency> all() {
        return List.copyOf(found);
    }
}
