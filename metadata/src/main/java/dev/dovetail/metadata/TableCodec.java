package dev.dovetail.metadata;

import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.name.RelationshipName;
import dev.dovetail.name.RoleName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tables on the wire. Keys nobody knows are refused here, as the reference does. */
public final class TableCodec {
    private static final Set<String> KEPT_RAW = Set.of("apollo_federation_config", "logical_model");

    private TableCodec() {}

    public static TableMetadata decode(JsonNode node, Path path) {
        var fields = Fields.of("TableMetadata", node, path);
        var table = new TableMetadata(
                fields.required("table", NameCodec::table),
                fields.flag("is_enum", false),
                configuration(fields),
                named(fields, "object_relationships", RelationshipCodec::object, RelationshipMetadata::name),
                named(fields, "array_relationships", RelationshipCodec::array, RelationshipMetadata::name),
                named(fields, "computed_fields", FunctionCodec::computedField, ComputedFieldMetadata::name),
                named(
                        fields,
                        "remote_relationships",
                        RemoteRelationshipCodec::decode,
                        RemoteRelationshipMetadata::name),
                named(fields, "insert_permissions", PermissionCodec::insert, PermissionMetadata::role),
                named(fields, "select_permissions", PermissionCodec::select, PermissionMetadata::role),
                named(fields, "update_permissions", PermissionCodec::update, PermissionMetadata::role),
                named(fields, "delete_permissions", PermissionCodec::delete, PermissionMetadata::role),
                named(
                        fields,
                        "event_triggers",
                        Fields::raw,
                        trigger -> trigger.path("name").asString("")),
                fields.rest());
        var unexpected = new LinkedHashSet<>(table.rest().propertyNames());
        unexpected.removeAll(KEPT_RAW);
        if (unexpected.isEmpty()) return table;
        throw Fields.fail(
                path,
                "unexpected keys when parsing TableMetadata: " + Out.array(new ArrayList<>(unexpected), Json::string));
    }

    private static TableConfiguration configuration(Fields fields) {
        var configuration = fields.optional("configuration", TableConfigurationCodec::decode);
        return configuration == null ? TableConfiguration.none() : configuration;
    }

    private static <T, K> List<T> named(Fields fields, String key, Fields.Decoder<T> decoder, Function<T, K> name) {
        var elements = fields.list(key, decoder);
        var seen = new HashSet<K>();
        var twice = new LinkedHashSet<K>();
        for (T element : elements) {
            if (!seen.add(name.apply(element))) twice.add(name.apply(element));
        }
        if (twice.isEmpty()) return elements;
        throw Fields.fail(
                fields.path(),
                "multiple declarations exist for the following " + key.replace('_', ' ') + " : "
                        + String.join(", ", twice.stream().map(Object::toString).toList()));
    }

    public static ObjectNode encode(TableMetadata table) {
        var configuration = table.configuration();
        return Out.object()
                .put("table", NameCodec.encode(table.table()))
                .ifTrue("is_enum", table.isEnum())
                .put("configuration", configuration.isNone() ? null : TableConfigurationCodec.encode(configuration))
                .<RelationshipMetadata, RelationshipName>sorted(
                        "object_relationships",
                        table.objectRelationships(),
                        RelationshipMetadata::name,
                        RelationshipCodec::encode)
                .<RelationshipMetadata, RelationshipName>sorted(
                        "array_relationships",
                        table.arrayRelationships(),
                        RelationshipMetadata::name,
                        RelationshipCodec::encode)
                .<ComputedFieldMetadata, String>sorted(
                        "computed_fields",
                        table.computedFields(),
                        ComputedFieldMetadata::name,
                        FunctionCodec::computedField)
                .<RemoteRelationshipMetadata, RelationshipName>sorted(
                        "remote_relationships",
                        table.remoteRelationships(),
                        RemoteRelationshipMetadata::name,
                        RemoteRelationshipCodec::encode)
                .<PermissionMetadata<InsertPermission>, RoleName>sorted(
                        "insert_permissions",
                        table.insertPermissions(),
                        PermissionMetadata::role,
                        entry -> PermissionCodec.encode(entry, PermissionCodec::insert))
                .<PermissionMetadata<SelectPermission>, RoleName>sorted(
                        "select_permissions",
                        table.selectPermissions(),
                        PermissionMetadata::role,
                        entry -> PermissionCodec.encode(entry, PermissionCodec::select))
                .<PermissionMetadata<UpdatePermission>, RoleName>sorted(
                        "update_permissions",
                        table.updatePermissions(),
                        PermissionMetadata::role,
                        entry -> PermissionCodec.encode(entry, PermissionCodec::update))
                .<PermissionMetadata<DeletePermission>, RoleName>sorted(
                        "delete_permissions",
                        table.deletePermissions(),
                        PermissionMetadata::role,
                        entry -> PermissionCodec.encode(entry, PermissionCodec::delete))
                .<JsonNode, String>sorted(
                        "event_triggers",
                        table.eventTriggers(),
                        trigger -> trigger.path("name").asString(""),
                        Function.identity())
                .rest(table.rest())
                .done();
    }
}
