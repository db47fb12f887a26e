package dev.dovetail.metadata;

import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.name.ColumnName;
import java.util.Collections;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Permissions on the wire: {@code {role, permission, comment}}, and the four kinds of the permission itself. */
public final class PermissionCodec {
    private PermissionCodec() {}

    public static PermissionMetadata<InsertPermission> insert(JsonNode node, Path path) {
        return decode(node, path, PermissionCodec::insertPermission);
    }

    public static PermissionMetadata<SelectPermission> select(JsonNode node, Path path) {
        return decode(node, path, PermissionCodec::selectPermission);
    }

    public static PermissionMetadata<UpdatePermission> update(JsonNode node, Path path) {
        return decode(node, path, PermissionCodec::updatePermission);
    }

    public static PermissionMetadata<DeletePermission> delete(JsonNode node, Path path) {
        return decode(node, path, PermissionCodec::deletePermission);
    }

    private static <P> PermissionMetadata<P> decode(JsonNode node, Path path, Fields.Decoder<P> permission) {
        var fields = Fields.of("PermDef", node, path);
        return new PermissionMetadata<>(
                fields.required("role", NameCodec::role),
                fields.required("permission", permission),
                fields.optionalString("comment"));
    }

    public static <P> ObjectNode encode(PermissionMetadata<P> entry, Function<P, JsonNode> permission) {
        return Out.object()
                .put("role", entry.role().value())
                .put("permission", permission.apply(entry.permission()))
                .put("comment", entry.comment())
                .done();
    }

    public static InsertPermission insertPermission(JsonNode node, Path path) {
        var fields = Fields.of("InsPerm", node, path);
        var columns = fields.optional("columns", PermissionCodec::columns);
        return new InsertPermission(
                fields.required("check", PermissionCodec::filter),
                set(fields),
                columns == null ? new Columns.All() : columns,
                fields.flag("backend_only", false),
                fields.optional("validate_input"),
                fields.rest());
    }

    public static SelectPermission selectPermission(JsonNode node, Path path) {
        var fields = Fields.of("SelPerm", node, path);
        return new SelectPermission(
                fields.required("columns", PermissionCodec::columns),
                fields.required("filter", PermissionCodec::filter),
                limit(fields),
                fields.flag("allow_aggregations", false),
                fields.list("computed_fields", Fields::text),
                fields.optionalList("query_root_fields", Fields::text),
                fields.optionalList("subscription_root_fields", Fields::text),
                fields.rest());
    }

    public static UpdatePermission updatePermission(JsonNode node, Path path) {
        var fields = Fields.of("UpdPerm", node, path);
        return new UpdatePermission(
                fields.required("columns", PermissionCodec::columns),
                fields.required("filter", PermissionCodec::filter),
                fields.optional("check", PermissionCodec::filter),
                set(fields),
                fields.flag("backend_only", false),
                fields.optional("validate_input"),
                fields.rest());
    }

    public static DeletePermission deletePermission(JsonNode node, Path path) {
        var fields = Fields.of("DelPerm", node, path);
        return new DeletePermission(
                fields.required("filter", PermissionCodec::filter),
                fields.flag("backend_only", false),
                fields.optional("validate_input"),
                fields.rest());
    }

    private static JsonNode filter(JsonNode node, Path path) {
        if (!node.isObject()) throw Fields.fail(path, "expecting an Object for boolean exp");
        return node;
    }

    private static @Nullable Integer limit(Fields fields) {
        var limit = fields.optionalInt("limit");
        if (limit != null && limit < 0) throw Fields.fail(fields.path("limit"), "unexpected negative value");
        return limit;
    }

    private static Columns columns(JsonNode node, Path path) {
        if (node.isString() && node.stringValue().equals("*")) return new Columns.All();
        return new Columns.Only(Fields.elements(node, path, NameCodec::column));
    }

    private static SequencedMap<ColumnName, JsonNode> set(Fields fields) {
        return NameCodec.byColumn(fields.map("set", Fields::raw));
    }

    public static JsonNode insert(InsertPermission permission) {
        return Out.object()
                .put("check", permission.check())
                .ifAny("set", set(permission.set()))
                .put("columns", columns(permission.columns()))
                .ifTrue("backend_only", permission.backendOnly())
                .put("validate_input", permission.validateInput())
                .rest(permission.rest())
                .done();
    }

    public static JsonNode select(SelectPermission permission) {
        var query = permission.queryRootFields();
        var subscription = permission.subscriptionRootFields();
        return Out.object()
                .put("columns", columns(permission.columns()))
                .list("computed_fields", permission.computedFields(), Json::string)
                .put("filter", permission.filter())
                .put("limit", permission.limit())
                .ifTrue("allow_aggregations", permission.allowAggregations())
                .put("query_root_fields", query == null ? null : Out.array(query, Json::string))
                .put("subscription_root_fields", subscription == null ? null : Out.array(subscription, Json::string))
                .rest(permission.rest())
                .done();
    }

    public static JsonNode update(UpdatePermission permission) {
        var check = permission.check();
        return Out.object()
                .put("columns", columns(permission.columns()))
                .put("filter", permission.filter())
                .put("check", check == null ? Json.string(null) : check)
                .ifAny("set", set(permission.set()))
                .ifTrue("backend_only", permission.backendOnly())
                .put("validate_input", permission.validateInput())
                .rest(permission.rest())
                .done();
    }

    public static JsonNode delete(DeletePermission permission) {
        return Out.object()
                .put("filter", permission.filter())
                .ifTrue("backend_only", permission.backendOnly())
                .put("validate_input", permission.validateInput())
                .rest(permission.rest())
                .done();
    }

    private static JsonNode columns(Columns columns) {
        return switch (columns) {
            case Columns.All() -> Json.string("*");
            case Columns.Only(var only) -> Out.array(only, NameCodec::text);
        };
    }

    private static ObjectNode set(SequencedMap<ColumnName, JsonNode> set) {
        return Out.map(Collections.unmodifiableSortedMap(new TreeMap<>(set)), Function.identity());
    }
}
