package dev.dovetail.model;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.Path;
import dev.dovetail.graphql.sdl.IntrospectionReader;
import dev.dovetail.graphql.sdl.TypeDefinitions;
import dev.dovetail.metadata.ObjectId;
import dev.dovetail.metadata.RemoteCustomizationCodec;
import dev.dovetail.metadata.RemoteSchemaCodec;
import dev.dovetail.metadata.RemoteSchemaMetadata;
import dev.dovetail.name.RemoteSchemaName;
import dev.dovetail.name.RoleName;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Resolves remote schemas and what roles see of them. A remote whose types clash with others is inconsistent. */
final class RemoteSchemaStage {
    private static final int TIMEOUT_SECONDS_DEFAULT = 60;

    private final Map<RemoteSchemaName, Fetched<JsonNode>> introspections;
    private final EnvironmentText environment;
    private final Predicate<String> takenByUs;
    private final RemoteConflicts conflicts;
    private final Map<RoleName, RemoteConflicts> conflictsByRole = new LinkedHashMap<>();
    private final boolean open;
    private final Faults faults;

    /**
     * @param takenByUs whether a type name belongs to a table or a custom type
     * @param open whether every role sees everything
     */
    RemoteSchemaStage(
            Map<RemoteSchemaName, Fetched<JsonNode>> introspections,
            EnvironmentText environment,
            Predicate<String> takenByUs,
            boolean open,
            Faults faults) {
        this.introspections = introspections;
        this.environment = environment;
        this.takenByUs = takenByUs;
        this.conflicts = new RemoteConflicts(takenByUs);
        this.open = open;
        this.faults = faults;
    }

    SequencedMap<RemoteSchemaName, RemoteSchema> resolve(List<RemoteSchemaMetadata> schemas) {
        var resolved = new LinkedHashMap<RemoteSchemaName, RemoteSchema>();
        for (var schema : schemas) {
            try {
                resolved.put(schema.name(), schema(schema));
            } catch (Unresolvable fault) {
                fault(schema, fault.reason());
            }
        }
        return resolved;
    }

    private void fault(RemoteSchemaMetadata schema, String reason) {
        faults.add(new ObjectId.RemoteSchema(schema.name()), RemoteSchemaCodec.encode(schema), reason);
    }

    private RemoteSchema schema(RemoteSchemaMetadata metadata) {
        var definition = metadata.definition();
        var url = environment.url(definition.url());
        var headers = environment.headers(definition.headers());
        var timeout = definition.timeoutSeconds() == null ? TIMEOUT_SECONDS_DEFAULT : definition.timeoutSeconds();
        var types = types(metadata);
        var naming = naming(metadata, types);
        conflicts.add(types, naming);
        return new RemoteSchema(
                metadata.name(),
                url,
                headers,
                definition.forwardClientHeaders(),
                Duration.ofSeconds(timeout),
                naming,
                new RemoteView(types, Map.of()),
                open,
                permitted(metadata, types, naming));
    }

    private TypeDefinitions types(RemoteSchemaMetadata metadata) {
        return switch (introspections.get(metadata.name())) {
            case null -> throw new Unresolvable("the remote schema has not been asked for its schema yet");
            case Fetched.Missing<JsonNode>(var reason) -> throw new Unresolvable(reason);
            case Fetched.Got<JsonNode>(var answer) -> read(answer);
            case Fetched.Stale<JsonNode>(var answer, var reason) -> {
                var types = read(answer);
                fault(
                        metadata,
                        "remote schema \"" + metadata.name()
                                + "\"  is inconsistent because of stale remote schema introspection is used."
                                + " The remote schema couldn't be reached for a fresh introspection"
                                + " because we got error: " + reason);
                yield types;
            }
        };
    }

    private static TypeDefinitions read(JsonNode answer) {
        try {
            return IntrospectionReader.read(answer);
        } catch (ApiException malformed) {
            throw new Unresolvable(String.valueOf(malformed.getMessage()));
        }
    }

    private static RemoteNaming naming(RemoteSchemaMetadata metadata, TypeDefinitions types) {
        var customization = metadata.definition().customization();
        return RemoteNaming.of(
                customization == null ? null : RemoteCustomizationCodec.decode(customization, Path.ROOT), types);
    }

    private Map<RoleName, RemoteView> permitted(
            RemoteSchemaMetadata metadata, TypeDefinitions types, RemoteNaming naming) {
        var views = new LinkedHashMap<RoleName, RemoteView>();
        for (var permission : metadata.permissions()) {
            var role = permission.role();
            try {
                var view = RemoteCut.of(types, permission.schema());
                conflictsByRole
                        .computeIfAbsent(role, _ -> new RemoteConflicts(takenByUs))
                        .add(view.types(), naming);
                views.put(role, view);
            } catch (Unresolvable fault) {
                faults.add(
                        new ObjectId.RemoteSchemaPermission(metadata.name(), role),
                        RemoteSchemaCodec.permissionDefinition(permission),
                        "in remote schema permission for role \"" + role + "\": " + fault.reason());
            }
        }
        return views;
    }
}
