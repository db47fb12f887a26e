package dev.dovetail.model;

import dev.dovetail.metadata.ObjectId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An object of the metadata that cannot be served, and why.
 *
 * @param definition as an answer shows it
 * @param reason for people; the reference's words where it has some
 * @param detail what somebody else says of it, as an answer shows it; null for nothing
 */
public record Inconsistency(
        ObjectId object,
        JsonNode definition,
        String reason,
        @Nullable JsonNode detail) {
    public Inconsistency(ObjectId object, JsonNode definition, String reason) {
        this(object, definition, reason, null);
    }
}
