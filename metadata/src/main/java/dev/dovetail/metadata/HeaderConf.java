package dev.dovetail.metadata;

/** A header sent with each call. */
public sealed interface HeaderConf {
    String name();

    /** Text that may hold {@code {{VARIABLE}}}. */
    record Value(String name, String template) implements HeaderConf {}

    record FromEnv(String name, String variable) implements HeaderConf {}
}
