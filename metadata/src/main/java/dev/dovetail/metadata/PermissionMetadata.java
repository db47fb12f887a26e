package dev.dovetail.metadata;

import dev.dovetail.name.RoleName;
import org.jspecify.annotations.Nullable;

/** What a role may do with a table; {@code P} says which of the four operations. */
public record PermissionMetadata<P>(
        RoleName role, P permission, @Nullable String comment) {
    public PermissionMetadata<P> withComment(@Nullable String changed) {
        return new PermissionMetadata<>(role, permission, changed);
    }
}
