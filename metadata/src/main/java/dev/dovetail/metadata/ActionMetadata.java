package dev.dovetail.metadata;

import dev.dovetail.name.ActionName;
import dev.dovetail.name.RoleName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A field whose answer comes from a web service. */
public record ActionMetadata(
        ActionName name,
        ActionDefinition definition,
        @Nullable String comment,
        List<Permission> permissions) {
    public ActionMetadata {
        permissions = List.copyOf(permissions);
    }

    public ActionMetadata withPermissions(List<Permission> changed) {
        return new ActionMetadata(name, definition, comment, changed);
    }

    public record Permission(RoleName role, @Nullable String comment) {}
}
