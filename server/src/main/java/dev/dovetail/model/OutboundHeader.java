package dev.dovetail.model;

/** A header of the metadata with its value looked up. The value may be a secret: it is never printed. */
public record OutboundHeader(String name, String value) {
    @Override
    public String toString() {
        return name + ": …";
    }
}
