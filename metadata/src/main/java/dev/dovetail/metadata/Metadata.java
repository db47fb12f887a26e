package dev.dovetail.metadata;

import dev.dovetail.json.Json;
import dev.dovetail.name.ActionName;
import dev.dovetail.name.RemoteSchemaName;
import dev.dovetail.name.SourceName;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything a user configured.
 *
 * @param rest top-level keys kept as they came: query_collections, allowlist, rest_endpoints, cron_triggers, …
 */
public record Metadata(
        List<SourceMetadata> sources,
        List<RemoteSchemaMetadata> remoteSchemas,
        List<ActionMetadata> actions,
        CustomTypes customTypes,
        List<InheritedRoleMetadata> inheritedRoles,
        ObjectNode rest) {

    public Metadata {
        sources = List.copyOf(sources);
        remoteSchemas = List.copyOf(remoteSchemas);
        actions = List.copyOf(actions);
        inheritedRoles = List.copyOf(inheritedRoles);
    }

    public static Metadata empty() {
        return new Metadata(List.of(), List.of(), List.of(), CustomTypes.empty(), List.of(), Json.object());
    }

    public Optional<SourceMetadata> source(SourceName name) {
        return sources.stream().filter(source -> source.name().equals(name)).findFirst();
    }

    public Optional<RemoteSchemaMetadata> remoteSchema(RemoteSchemaName name) {
        return remoteSchemas.stream()
                .filter(schema -> schema.name().equals(name))
                .findFirst();
    }

    public Optional<ActionMetadata> action(ActionName name) {
        return actions.stream().filter(action -> action.name().equals(name)).findFirst();
    }

    public Metadata withSources(List<SourceMetadata> changed) {
        return new Metadata(changed, remoteSchemas, actions, customTypes, inheritedRoles, rest);
    }

    /** Replaces the source of the same name, or appends it. */
    public Metadata withSource(SourceMetadata source) {
        return withSources(Lists.put(sources, SourceMetadata::name, source));
    }

    /** Changes one source; nothing happens when there is none of that name. */
    public Metadata mapSource(SourceName name, UnaryOperator<SourceMetadata> change) {
        return source(name).map(found -> withSource(change.apply(found))).orElse(this);
    }

    public Metadata withRemoteSchemas(List<RemoteSchemaMetadata> changed) {
        return new Metadata(sources, changed, actions, customTypes, inheritedRoles, rest);
    }

    public Metadata withRemoteSchema(RemoteSchemaMetadata schema) {
        return withRemoteSchemas(Lists.put(remoteSchemas, RemoteSchemaMetadata::name, schema));
    }

    public Metadata withActions(List<ActionMetadata> changed) {
        return new Metadata(sources, remoteSchemas, changed, customTypes, inheritedRoles, rest);
    }

    public Metadata withAction(ActionMetadata action) {
        return withActions(Lists.put(actions, ActionMetadata::name, action));
    }

    public Metadata withCustomTypes(CustomTypes changed) {
        return new Metadata(sources, remoteSchemas, actions, changed, inheritedRoles, rest);
    }

    public Metadata withInheritedRoles(List<InheritedRoleMetadata> changed) {
        return new Metadata(sources, remoteSchemas, actions, customTypes, changed, rest);
    }

    public Metadata withRest(ObjectNode changed) {
        return new Metadata(sources, remoteSchemas, actions, customTypes, inheritedRoles, changed);
    }
}
