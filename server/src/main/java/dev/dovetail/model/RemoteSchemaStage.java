package dev.dovetail.model;

import dev.dovetail.error.ApiException;
import dev.dovetail.graphql.sdl.IntrospectionReader;
import dev.dovetail.graphql.sdl.TypeDefinition;
import dev.dovetail.graphql.sdl.TypeDefinitions;
import dev.dovetail.metadata.ObjectId;
import dev.dovetail.metadata.RemoteSchemaCodec;
import dev.dovetail.metadata.RemoteSchemaMetadata;
import dev.dovetail.name.RemoteSchemaName;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Resolves remote schemas. Equal types of one name merge; unequal ones make the later schema inconsistent. */
final class RemoteSchemaStage {
    private static final int TIMEOUT_SECONDS_DEFAULT = 60;

    private final Map<RemoteSchemaName, Fetched<JsonNode>> introspections;
    private final EnvironmentText environment;
    private final Predicate<String> takenByUs;
    private final Faults faults;
    private final Map<String, TypeDefinition> known = new HashMap<>();

    /** @param takenByUs whether a type name belongs to a table or a custom type */
    RemoteSchemaStage(
            Map<RemoteSchemaName, Fetched<JsonNode>> introspections,
            EnvironmentText environment,
            Predicate<String> takenByUs,
            Faults faults) {
        this.introspections = introspections;
        this.environment = environment;
        this.takenByUs = takenByUs;
        this.faults = faults;
    }

    SequencedMap<RemoteSchemaName, RemoteSchema> resolve(List<RemoteSchemaMetadata> schemas) {
        var resolved = new LinkedHashMap<RemoteSchemaName, RemoteSchema>();
        for (var schema : schemas) {
            try {
                resolved.put(schema.name(), schema(schema));
            } catch (Unresolvable fault) {
                faults.add(new ObjectId.RemoteSchema(schema.name()), RemoteSchemaCodec.encode(schema), fault.reason());
            }
        }
        return resolved;
    }

    private RemoteSchema schema(RemoteSchemaMetadata metadata) {
        var definition = metadata.definition();
        var url = environment.url(definition.url());
        var headers = environment.headers(definition.headers());
        var timeout = definition.timeoutSeconds() == null ? TIMEOUT_SECONDS_DEFAULT : definition.timeoutSeconds();
        var types = switch (introspections.get(metadata.name())) {
            case null -> throw new Unresolvable("the remote schema has not been asked for its schema yet");
            case Fetched.Missing<JsonNode>(var reason) -> throw new Unresolvable(reason);
            case Fetched.Got<JsonNode>(var answer) -> read(answer);
        };
        checkConflicts(types.types());
        return new RemoteSchema(
                metadata.name(), url, headers, definition.forwardClientHeaders(), Duration.ofSeconds(timeout), types);
    }

    private static TypeDefinitions read(JsonNode answer) {
        try {
            return IntrospectionReader.read(answer);
        } catch (ApiException malformed) {
            throw new Unresolvable(String.valueOf(malformed.getMessage()));
        }
    }

    private void checkConflicts(SequencedMap<String, TypeDefinition> types) {
        for (var type : types.values()) {
            if (isShared(type)) {
                continue;
            }
            var other = known.get(type.name());
            if (takenByUs.test(type.name()) || (other != null && !other.equals(type))) {
                throw new Unresolvable("Found conflicting definitions for GraphQL type '" + type.name()
                        + "'. The definition of the remote schema differs from another one of this name.");
            }
        }
        types.values().stream().filter(each -> !isShared(each)).forEach(each -> known.put(each.name(), each));
    }

    /** Scalars have no structure to differ in; introspection's own types are everybody's. */
    private static boolean isShared(TypeDefinition type) {
        return type instanceof TypeDefinition.ScalarDefinition || type.name().startsWith("__");
    }
}
