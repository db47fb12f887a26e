package dev.dovetail.metadata;

import dev.dovetail.template.webhook.RequestTransform;
import tools.jackson.databind.JsonNode;

/**
 * How a webhook's request is rewritten.
 *
 * @param written as it came; exported so
 */
public record RequestTransformConf(JsonNode written, RequestTransform transform) {}
