package dev.dovetail.command;

import tools.jackson.databind.JsonNode;

/** Reads the metadata, or what was read of the world, and changes nothing. */
@FunctionalInterface
interface Question {
    JsonNode answer(State state);
}
