package dev.dovetail.plan;

import dev.dovetail.error.Path;
import dev.dovetail.model.ValueSource;

/** An argument of an action as it is sent to the handler. */
public record ActionInput(ValueSource value, Path path) {}
