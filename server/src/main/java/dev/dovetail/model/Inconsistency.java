package dev.dovetail.model;

import dev.dovetail.error.Path;
import tools.jackson.databind.JsonNode;

/**
 * An object of the metadata that cannot be served, and why.
 *
 * @param type the reference's word: {@code table}, {@code object_relation}, {@code remote_schema} …
 * @param name a sentence fragment for people: {@code table users in source default}
 * @param definition as an answer shows it
 * @param path where the object stands in the metadata
 */
public record Inconsistency(String type, String name, JsonNode definition, String reason, Path path) {}
