package dev.dovetail.metadata;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

public record DeletePermission(
        JsonNode filter, boolean backendOnly, @Nullable JsonNode validateInput, ObjectNode rest) {}
