package dev.dovetail.metadata;

import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.name.ActionName;
import dev.dovetail.name.RemoteSchemaName;
import dev.dovetail.name.RoleName;
import dev.dovetail.name.SourceName;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The whole metadata on the wire, version 3. */
public final class MetadataCodec {
    public static final int VERSION = 3;

    /** Keys kept raw, in the order in which the reference exports them. */
    private static final List<String> BETWEEN_ACTIONS_AND_TYPES = List.of("query_collections", "allowlist");

    private MetadataCodec() {}

    /** @throws dev.dovetail.error.ApiException with code {@code parse-failed}, the path and the reason */
    public static Metadata decode(JsonNode node, Path path) {
        var fields = Fields.of("Metadata", node, path);
        var version = fields.optionalInt("version");
        if (version == null || version != VERSION) {
            throw Fields.fail(path, "unexpected metadata version from storage: " + (version == null ? 1 : version));
        }
        var types = fields.optional("custom_types", CustomTypesCodec::decode);
        return new Metadata(
                unique(fields.requiredList("sources", SourceCodec::decode), SourceMetadata::name),
                unique(fields.list("remote_schemas", RemoteSchemaCodec::decode), RemoteSchemaMetadata::name),
                unique(fields.list("actions", ActionCodec::decode), ActionMetadata::name),
                types == null ? CustomTypes.empty() : types,
                unique(fields.list("inherited_roles", MetadataCodec::inheritedRole), InheritedRoleMetadata::roleName),
                fields.rest());
    }

    private static <T, K> List<T> unique(List<T> elements, Function<T, K> key) {
        List<T> kept = List.of();
        for (T element : elements) kept = Lists.put(kept, key, element);
        return kept;
    }

    public static InheritedRoleMetadata inheritedRole(JsonNode node, Path path) {
        var fields = Fields.of("InheritedRole", node, path);
        return new InheritedRoleMetadata(
                fields.required("role_name", NameCodec::role), fields.requiredList("role_set", NameCodec::role));
    }

    /** The reference's normal form. */
    public static ObjectNode encode(Metadata metadata) {
        var early = Json.object();
        var late = Json.object();
        for (var entry : metadata.rest().properties()) {
            (BETWEEN_ACTIONS_AND_TYPES.contains(entry.getKey()) ? early : late).set(entry.getKey(), entry.getValue());
        }
        return Out.object()
                .put("version", (Integer) VERSION)
                .fullList(
                        "sources",
                        Out.<SourceMetadata, SourceName>sort(metadata.sources(), SourceMetadata::name),
                        SourceCodec::encode)
                .<RemoteSchemaMetadata, RemoteSchemaName>sorted(
                        "remote_schemas",
                        metadata.remoteSchemas(),
                        RemoteSchemaMetadata::name,
                        RemoteSchemaCodec::encode)
                .rest(early)
                .<ActionMetadata, ActionName>sorted(
                        "actions", metadata.actions(), ActionMetadata::name, ActionCodec::encode)
                .ifAny("custom_types", CustomTypesCodec.encode(metadata.customTypes()))
                .<InheritedRoleMetadata, RoleName>sorted(
                        "inherited_roles",
                        metadata.inheritedRoles(),
                        InheritedRoleMetadata::roleName,
                        MetadataCodec::inheritedRole)
                .rest(late)
                .done();
    }

    public static JsonNode inheritedRole(InheritedRoleMetadata role) {
        return Out.object()
                .put("role_name", role.roleName().value())
                .fullList("role_set", role.roleSet(), NameCodec::text)
                .done();
    }
}
