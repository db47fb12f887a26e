package dev.dovetail.graphql.type;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The roots of a schema. Everything else is reached from them and built on first touch. */
public final class Schema<M> {
    private final ObjectType<M> query;
    private final @Nullable ObjectType<M> mutation;
    private final @Nullable ObjectType<M> subscription;
    private final List<DirectiveDef> directives;
    private final Lazy<Map<String, NamedType<M>>> types;

    public Schema(
            ObjectType<M> query,
            @Nullable ObjectType<M> mutation,
            @Nullable ObjectType<M> subscription,
            List<DirectiveDef> directives) {
        this.query = query;
        this.mutation = mutation;
        this.subscription = subscription;
        this.directives = List.copyOf(directives);
        this.types = Lazy.of(() -> new TypeWalk<M>().from(this));
    }

    public ObjectType<M> query() {
        return query;
    }

    public @Nullable ObjectType<M> mutation() {
        return mutation;
    }

    public @Nullable ObjectType<M> subscription() {
        return subscription;
    }

    public List<DirectiveDef> directives() {
        return directives;
    }

    /**
     * Every type that is reached from the roots, by name and sorted so. Builds them all: for introspection and for type
     * conditions, not for the common request. The types of introspection itself are not among them.
     */
    public Map<String, NamedType<M>> types() {
        return types.get();
    }
}
