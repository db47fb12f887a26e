package dev.dovetail.schema;

import dev.dovetail.name.RoleName;
import dev.dovetail.session.Session;

/** Requests with equal keys see the same schema. */
public record SchemaKey(RoleName role, boolean backendOnly) {
    public static SchemaKey of(Session session) {
        return new SchemaKey(session.role(), session.backendOnly());
    }

    /** Permissions marked backend_only show themselves to backends; an administrator sees everything. */
    public boolean hides(boolean backendOnlyRule) {
        return backendOnlyRule && !backendOnly && !role.isAdmin();
    }
}
