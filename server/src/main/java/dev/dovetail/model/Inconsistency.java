package dev.dovetail.model;

import dev.dovetail.metadata.ObjectId;
import tools.jackson.databind.JsonNode;

/**
 * An object of the metadata that cannot be served, and why.
 *
 * @param definition as an answer shows it
 * @param reason for people; the reference's words where it has some
 */
public record Inconsistency(ObjectId object, JsonNode definition, String reason) {}
