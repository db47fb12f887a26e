package dev.dovetail.schema;

import dev.dovetail.graphql.type.Lazy;
import dev.dovetail.graphql.type.NamedType;
import dev.dovetail.graphql.type.TypeUse;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/** The types of one role's schema, one object per name, each built when first looked at. */
final class Registry {
    private final ConcurrentMap<String, TypeUse.Named<Meaning>> types = new ConcurrentHashMap<>();

    /**
     * A use of the type of this name; {@code build} is called at the first look, if nobody has named the type before.
     */
    TypeUse.Named<Meaning> named(String name, Supplier<? extends NamedType<Meaning>> build) {
        return named(name, name, build);
    }

    /** As above, for types that share their name with others. @param key what nobody else has */
    TypeUse.Named<Meaning> named(String key, String name, Supplier<? extends NamedType<Meaning>> build) {
        var known = types.get(key);
        return known != null ? known : types.computeIfAbsent(key, _ -> new TypeUse.Named<>(name, Lazy.of(build::get)));
    }
}
