package dev.dovetail.world;

import dev.dovetail.catalog.Catalog;
import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.metadata.Metadata;
import dev.dovetail.metadata.MetadataCodec;
import dev.dovetail.model.Fetched;
import dev.dovetail.model.Model;
import dev.dovetail.model.ModelBuilder;
import dev.dovetail.model.Openness;
import dev.dovetail.model.Surroundings;
import dev.dovetail.name.RemoteSchemaName;
import dev.dovetail.name.RoleName;
import dev.dovetail.name.SourceName;
import dev.dovetail.schema.RoleSchema;
import dev.dovetail.schema.SchemaKey;
import dev.dovetail.schema.Schemas;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Metadata over {@link WorldTables}, resolved. */
public final class World {
    private static final Map<String, String> ENVIRONMENT = Map.of("HANDLERS", "http://handlers");

    private World() {}

    /** The metadata as JSON, fresh for every caller. */
    public static ObjectNode metadata() {
        return (ObjectNode) Json.read(resource("/world/metadata.json"));
    }

    public static Model model() {
        return model(metadata(), UnaryOperator.identity());
    }

    /** @param around changes what the metadata is resolved against */
    public static Model model(JsonNode metadata, UnaryOperator<Surroundings> around) {
        return ModelBuilder.build(decode(metadata), around.apply(surroundings()));
    }

    public static Metadata decode(JsonNode metadata) {
        return MetadataCodec.decode(metadata, Path.ROOT);
    }

    private static Surroundings surroundings() {
        Fetched<Catalog> catalog = new Fetched.Got<>(WorldTables.catalog());
        Fetched<JsonNode> skies = new Fetched.Got<>(skies());
        return new Surroundings(
                Map.of(SourceName.DEFAULT, catalog),
                Map.of(new RemoteSchemaName("skies"), skies),
                ENVIRONMENT::get,
                Openness.USUAL);
    }

    /** The introspection of the remote schema. */
    public static JsonNode skies() {
        return Json.read(resource("/world/skies.json"));
    }

    public static RoleSchema schema(String role) {
        return new Schemas(model()).of(new SchemaKey(new RoleName(role), false));
    }

    private static String resource(String path) {
        try (var in = World.class.getResourceAsStream(path)) {
            return new String(Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
