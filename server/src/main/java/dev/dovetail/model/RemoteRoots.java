package dev.dovetail.model;

import dev.dovetail.graphql.sdl.TypeDefinition.ObjectDefinition;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** The root fields of a remote schema, by the names they have here. */
final class RemoteRoots {
    private RemoteRoots() {}

    static SequencedMap<String, RootField> query(RemoteSchema remote) {
        return roots(remote, remote.types().queryType());
    }

    static SequencedMap<String, RootField> mutation(RemoteSchema remote) {
        return roots(remote, remote.types().mutationType());
    }

    /** @param type null when the remote has no such root */
    private static SequencedMap<String, RootField> roots(RemoteSchema remote, @Nullable String type) {
        var fields = new LinkedHashMap<String, RootField>();
        if (type == null || !(remote.types().types().get(type) instanceof ObjectDefinition object)) {
            return fields;
        }
        for (var field : object.fields()) {
            var name = remote.naming().field(type, field.name());
            fields.put(name, new RootField.OfRemote(remote, type, field.name()));
        }
        var namespace = remote.naming().namespace();
        if (namespace == null || fields.isEmpty()) {
            return fields;
        }
        var only = new LinkedHashMap<String, RootField>();
        only.put(
                namespace,
                new RootField.OfRemoteNamespace(remote, remote.naming().type(type), fields));
        return only;
    }

    /** What the reference says of a name that is taken already. @param other null: by introspection */
    static String conflict(String name, @Nullable RootField other) {
        return switch (other) {
            case null -> "Field cannot be overwritten by remote field '" + name + "'";
            case RootField.OfRemote _, RootField.OfRemoteNamespace _ -> "Duplicate remote field '" + name + "'";
            case RootField.OfTable _,
                    RootField.OfFunction _,
                    RootField.OfNativeQuery _,
                    RootField.OfAction _,
                    RootField.OfActionReport _,
                    RootField.OfNamespace _ -> "Field cannot be overwritten by remote field '" + name + "'";
        };
    }
}
