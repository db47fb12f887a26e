package dev.dovetail.metadata;

import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.name.ActionName;
import dev.dovetail.name.ColumnName;
import dev.dovetail.name.FunctionName;
import dev.dovetail.name.LogicalModelName;
import dev.dovetail.name.NativeQueryName;
import dev.dovetail.name.RelationshipName;
import dev.dovetail.name.RemoteSchemaName;
import dev.dovetail.name.RoleName;
import dev.dovetail.name.SourceName;
import dev.dovetail.name.TableName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Names on the wire. Tables and functions come as text (schema {@code public}) or as {@code {schema, name}}. */
public final class NameCodec {
    private static final Pattern GRAPHQL_NAME = Pattern.compile("[_A-Za-z][_0-9A-Za-z]*");

    private NameCodec() {}

    public static boolean isGraphqlName(String text) {
        return GRAPHQL_NAME.matcher(text).matches();
    }

    /** Text that GraphQL takes as a name. */
    public static String graphqlName(JsonNode node, Path path) {
        var text = Fields.text(node, path);
        if (!isGraphqlName(text)) {
            throw Fields.fail(path, Json.write(Json.string(text)) + " is not a valid GraphQL name");
        }
        return text;
    }

    private static String nonEmpty(JsonNode node, Path path) {
        var text = Fields.text(node, path);
        if (text.isEmpty()) throw Fields.fail(path, "empty string not allowed");
        return text;
    }

    public static TableName table(JsonNode node, Path path) {
        if (node.isString()) return TableName.inPublic(nonEmpty(node, path));
        var fields = qualified("QualifiedTable", node, path);
        var schema = fields.optionalString("schema");
        return new TableName(schema == null ? TableName.PUBLIC : schema, fields.required("name", NameCodec::nonEmpty));
    }

    public static FunctionName function(JsonNode node, Path path) {
        if (node.isString()) return FunctionName.inPublic(nonEmpty(node, path));
        var fields = qualified("QualifiedFunction", node, path);
        var schema = fields.optionalString("schema");
        return new FunctionName(
                schema == null ? FunctionName.PUBLIC : schema, fields.required("name", NameCodec::nonEmpty));
    }

    private static Fields qualified(String what, JsonNode node, Path path) {
        if (!node.isObject()) throw Fields.fail(path, "expecting a string/object for QualifiedObject");
        return Fields.of(what, node, path);
    }

    public static JsonNode encode(TableName table) {
        return Out.object()
                .put("name", table.name())
                .put("schema", table.schema())
                .done();
    }

    public static JsonNode encode(FunctionName function) {
        return Out.object()
                .put("name", function.name())
                .put("schema", function.schema())
                .done();
    }

    public static SourceName source(JsonNode node, Path path) {
        return new SourceName(nonEmpty(node, path));
    }

    /** The source of that key; {@code default} when absent. */
    public static SourceName sourceOrDefault(Fields fields) {
        var source = fields.optional("source", NameCodec::source);
        return source == null ? SourceName.DEFAULT : source;
    }

    public static ColumnName column(JsonNode node, Path path) {
        return new ColumnName(Fields.text(node, path));
    }

    public static RoleName role(JsonNode node, Path path) {
        return new RoleName(nonEmpty(node, path));
    }

    public static RelationshipName relationship(JsonNode node, Path path) {
        return new RelationshipName(nonEmpty(node, path));
    }

    public static RemoteSchemaName remoteSchema(JsonNode node, Path path) {
        return new RemoteSchemaName(nonEmpty(node, path));
    }

    public static LogicalModelName logicalModel(JsonNode node, Path path) {
        return new LogicalModelName(graphqlName(node, path));
    }

    public static NativeQueryName nativeQuery(JsonNode node, Path path) {
        return new NativeQueryName(graphqlName(node, path));
    }

    public static ActionName action(JsonNode node, Path path) {
        return new ActionName(graphqlName(node, path));
    }

    /** One column as text, or a list of them. */
    public static List<ColumnName> columns(JsonNode node, Path path) {
        if (node.isString()) return List.of(column(node, path));
        if (!node.isArray()) throw Fields.fail(path, "Expected string or array");
        if (node.isEmpty()) throw Fields.fail(path, "parsing NonEmpty failed, unexpected empty list");
        return Fields.elements(node, path, NameCodec::column);
    }

    public static <T> SequencedMap<ColumnName, T> byColumn(SequencedMap<String, T> byText) {
        var byColumn = new LinkedHashMap<ColumnName, T>();
        byText.forEach((key, value) -> byColumn.put(new ColumnName(key), value));
        return byColumn;
    }

    /** Any name as JSON text. */
    public static JsonNode text(Object name) {
        return Json.string(name.toString());
    }
}
