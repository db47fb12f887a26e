package dev.dovetail.metadata;

/** A web address, not resolved. */
public sealed interface UrlConf {
    /** Text that may hold {@code {{VARIABLE}}}. */
    record Literal(String template) implements UrlConf {}

    record FromEnv(String variable) implements UrlConf {}
}
