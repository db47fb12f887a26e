package dev.dovetail.world;

import dev.dovetail.graphql.ast.TypeSyntax;
import dev.dovetail.graphql.sdl.TypeDefinitions;
import dev.dovetail.model.Action;
import dev.dovetail.model.RemoteSchema;
import dev.dovetail.name.ActionName;
import dev.dovetail.name.RemoteSchemaName;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/** Remote schemas and actions as a model has them, for tests that are about something else. */
public final class Others {
    private Others() {}

    /** Of which no type is known. */
    public static RemoteSchema remote() {
        return remote("remote", new TypeDefinitions(new LinkedHashMap<>(), "Query", null, null));
    }

    public static RemoteSchema remote(String name, TypeDefinitions types) {
        return new RemoteSchema(
                new RemoteSchemaName(name), "http://" + name + "/", List.of(), false, Duration.ofSeconds(1), types);
    }

    /** A query that is answered at once. */
    public static Action action(String name, String output, Action.Argument... arguments) {
        return action(name, Action.Type.QUERY, false, output, arguments);
    }

    public static Action action(
            String name, Action.Type type, boolean asynchronous, String output, Action.Argument... arguments) {
        return new Action(
                new ActionName(name),
                null,
                type,
                asynchronous,
                List.of(arguments),
                new TypeSyntax.Named(output),
                "http://action/" + name,
                "http://action/" + name,
                null,
                null,
                List.of(),
                false,
                null,
                Duration.ofSeconds(1),
                null,
                null,
                Set.of());
    }
}
