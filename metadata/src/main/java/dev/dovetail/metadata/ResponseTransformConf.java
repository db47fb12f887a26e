package dev.dovetail.metadata;

import dev.dovetail.template.webhook.ResponseTransform;
import tools.jackson.databind.JsonNode;

/**
 * How a webhook's answer is rewritten.
 *
 * @param written as it came; exported so
 */
public record ResponseTransformConf(JsonNode written, ResponseTransform transform) {}
