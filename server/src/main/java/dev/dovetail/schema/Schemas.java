package dev.dovetail.schema;

import dev.dovetail.model.Model;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The schemas of one model, made for a role at its first request and kept as long as the model. */
public final class Schemas {
    private final Model model;
    private final ConcurrentMap<SchemaKey, RoleSchema> built = new ConcurrentHashMap<>();

    public Schemas(Model model) {
        this.model = model;
    }

    /**
     * Any key has a schema; a role nobody has heard of sees an empty one and is not kept, so that it costs no memory.
     */
    public RoleSchema of(SchemaKey key) {
        if (!key.role().isAdmin() && !model.roles().contains(key.role())) {
            return new RoleSchema(model, key);
        }
        var known = built.get(key);
        return known != null ? known : built.computeIfAbsent(key, each -> new RoleSchema(model, each));
    }
}
