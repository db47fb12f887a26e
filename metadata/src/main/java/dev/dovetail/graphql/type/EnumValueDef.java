package dev.dovetail.graphql.type;

import org.jspecify.annotations.Nullable;

/**
 * A value of an enum.
 *
 * @param deprecation the reason, absent when the value is not deprecated
 * @param meant what the name stands for inside the engine: mostly itself
 */
public record EnumValueDef(
        String name, @Nullable String description, @Nullable String deprecation, String meant) {
    public EnumValueDef(String name, @Nullable String description, @Nullable String deprecation) {
        this(name, description, deprecation, name);
    }

    /** A value that clients know by another name. */
    public static EnumValueDef standingFor(String meant, String name, @Nullable String description) {
        return new EnumValueDef(name, description, null, meant);
    }
}
