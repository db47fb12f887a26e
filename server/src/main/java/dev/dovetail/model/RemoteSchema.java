package dev.dovetail.model;

import dev.dovetail.graphql.sdl.TypeDefinitions;
import dev.dovetail.name.RemoteSchemaName;
import dev.dovetail.name.RoleName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A remote GraphQL schema, introspected. Types and fields are spoken of by the remote's own names; {@code naming} says
 * what they are called here.
 *
 * @param url may hold a secret, so it is shown to administrators only
 * @param whole all of it, as administrators see it
 * @param open whether every role sees all of it, whatever its permissions
 * @param permitted what the permissions leave, else
 */
public record RemoteSchema(
        RemoteSchemaName name,
        String url,
        List<OutboundHeader> headers,
        boolean forwardClientHeaders,
        Duration timeout,
        RemoteNaming naming,
        RemoteView whole,
        boolean open,
        Map<RoleName, RemoteView> permitted) {
    public RemoteSchema(
            RemoteSchemaName name,
            String url,
            List<OutboundHeader> headers,
            boolean forwardClientHeaders,
            Duration timeout,
            TypeDefinitions types) {
        this(
                name,
                url,
                headers,
                forwardClientHeaders,
                timeout,
                RemoteNaming.PLAIN,
                new RemoteView(types, Map.of()),
                true,
                Map.of());
    }

    /** All types, whoever asks. */
    public TypeDefinitions types() {
        return whole.types();
    }

    /** Null when the role sees nothing of it. */
    public @Nullable RemoteView view(RoleName role) {
        return open || role.isAdmin() ? whole : permitted.get(role);
    }
}
