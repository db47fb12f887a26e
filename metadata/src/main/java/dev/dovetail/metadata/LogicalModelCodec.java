package dev.dovetail.metadata;

import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.metadata.LogicalModelMetadata.Field;
import dev.dovetail.metadata.LogicalModelMetadata.Type;
import dev.dovetail.name.RoleName;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Logical models on the wire. A field's type may come in an older form, as the name of a scalar. */
public final class LogicalModelCodec {
    private LogicalModelCodec() {}

    public static LogicalModelMetadata decode(JsonNode node, Path path) {
        var fields = Fields.of("LogicalModelMetadata", node, path);
        return new LogicalModelMetadata(
                fields.required("name", NameCodec::logicalModel),
                fields(fields),
                fields.optionalString("description"),
                permissions(fields),
                fields.rest());
    }

    /** As the command that tracks it has it, among other keys. */
    public static LogicalModelMetadata tracked(JsonNode node, Path path) {
        var fields = Fields.of("TrackLogicalModel", node, path);
        return new LogicalModelMetadata(
                fields.required("name", NameCodec::logicalModel),
                fields(fields),
                fields.optionalString("description"),
                List.of(),
                Json.object());
    }

    public static ObjectNode encode(LogicalModelMetadata model) {
        return encode(
                        Out.object().put("name", model.name().value()),
                        model.fields(),
                        model.description(),
                        model.selectPermissions())
                .rest(model.rest())
                .done();
    }

    static Out encode(
            Out out,
            List<Field> fields,
            @Nullable String description,
            List<PermissionMetadata<SelectPermission>> permissions) {
        return out.fullList("fields", fields, LogicalModelCodec::field)
                .put("description", description)
                .<PermissionMetadata<SelectPermission>, RoleName>sorted(
                        "select_permissions",
                        permissions,
                        PermissionMetadata::role,
                        each -> PermissionCodec.encode(each, PermissionCodec::select));
    }

    /** A later field of the same name wins, as in the reference's maps. */
    static List<Field> fields(Fields fields) {
        List<Field> unique = List.of();
        for (var field : fields.requiredList("fields", LogicalModelCodec::field)) {
            unique = Lists.put(unique, Field::name, field);
        }
        return unique;
    }

    static List<PermissionMetadata<SelectPermission>> permissions(Fields fields) {
        List<PermissionMetadata<SelectPermission>> unique = List.of();
        for (var permission : fields.list("select_permissions", PermissionCodec::select)) {
            unique = Lists.put(unique, PermissionMetadata::role, permission);
        }
        return unique;
    }

    private static Field field(JsonNode node, Path path) {
        var fields = Fields.of("LogicalModelField", node, path);
        var name = fields.required("name", NameCodec::column);
        var type = fields.required("type");
        return new Field(
                name,
                type.isString()
                        ? new Type.Scalar(type.stringValue(), fields.flag("nullable", false))
                        : type(type, fields.path("type")),
                fields.optionalString("description"));
    }

    private static Type type(JsonNode node, Path path) {
        var fields = Fields.of("LogicalModelType", node, path);
        var nullable = fields.flag("nullable", false);
        if (fields.has("scalar")) return new Type.Scalar(fields.string("scalar"), nullable);
        if (fields.has("array")) {
            return new Type.ArrayOf(fields.required("array", LogicalModelCodec::type), nullable);
        }
        return new Type.Model(fields.required("logical_model", NameCodec::logicalModel), nullable);
    }

    private static JsonNode field(Field field) {
        return Out.object()
                .put("name", field.name().value())
                .put("type", type(field.type()))
                .put("description", field.description())
                .done();
    }

    private static JsonNode type(Type type) {
        var out = Out.object();
        switch (type) {
            case Type.Scalar(var scalar, var _) -> out.put("scalar", scalar);
            case Type.ArrayOf(var element, var _) -> out.put("array", type(element));
            case Type.Model(var model, var _) -> out.put("logical_model", Json.string(model.value()));
        }
        return out.put("nullable", (Boolean) type.nullable()).done();
    }
}
