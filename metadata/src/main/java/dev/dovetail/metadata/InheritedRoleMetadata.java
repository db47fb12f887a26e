package dev.dovetail.metadata;

import dev.dovetail.name.RoleName;
import java.util.List;

/** A role that may do what any role of its set may. */
public record InheritedRoleMetadata(RoleName roleName, List<RoleName> roleSet) {
    public InheritedRoleMetadata {
        roleSet = List.copyOf(roleSet);
    }
}
