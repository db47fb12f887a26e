package dev.dovetail.observe;

/** How much an observation matters, the least first. */
public enum Level {
    DEBUG,
    INFO,
    WARN,
    ERROR
}
