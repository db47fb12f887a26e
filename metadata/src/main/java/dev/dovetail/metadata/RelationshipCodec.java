package dev.dovetail.metadata;

import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.metadata.RelationshipUsing.ForeignKeyOn;
import dev.dovetail.metadata.RelationshipUsing.ForeignKeyOnRemote;
import dev.dovetail.metadata.RelationshipUsing.Manual;
import dev.dovetail.metadata.RelationshipUsing.ManualNativeQuery;
import dev.dovetail.name.ColumnName;
import dev.dovetail.name.TableName;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Relationships on the wire. A foreign key given by a bare column is this table's: only an object relationship has
 * that.
 */
public final class RelationshipCodec {
    private RelationshipCodec() {}

    public static RelationshipMetadata object(JsonNode node, Path path) {
        var fields = Fields.of("RelDef", node, path);
        return new RelationshipMetadata(
                fields.required("name", NameCodec::relationship),
                fields.required("using", RelationshipCodec::objectUsing),
                fields.optionalString("comment"));
    }

    public static RelationshipMetadata array(JsonNode node, Path path) {
        var fields = Fields.of("RelDef", node, path);
        return new RelationshipMetadata(
                fields.required("name", NameCodec::relationship),
                fields.required("using", RelationshipCodec::arrayUsing),
                fields.optionalString("comment"));
    }

    public static ObjectNode encode(RelationshipMetadata relationship) {
        return Out.object()
                .put("name", relationship.name().value())
                .put("using", using(relationship.using()))
                .put("comment", relationship.comment())
                .done();
    }

    public static RelationshipUsing objectUsing(JsonNode node, Path path) {
        return using(node, path, RelationshipCodec::objectForeignKey);
    }

    public static RelationshipUsing arrayUsing(JsonNode node, Path path) {
        return using(node, path, RelationshipCodec::remoteForeignKey);
    }

    private static RelationshipUsing using(JsonNode node, Path path, Fields.Decoder<RelationshipUsing> foreignKey) {
        if (!node.isObject()) throw Fields.fail(path, "using should be an object");
        var fields = Fields.of("RelUsing", node, path);
        var key = fields.has("foreign_key_constraint_on");
        var manual = fields.has("manual_configuration");
        if (key == manual) {
            throw Fields.fail(
                    path,
                    (key ? "only" : "atleast")
                            + " one of foreign_key_constraint_on/manual_configuration should be present");
        }
        return key
                ? fields.required("foreign_key_constraint_on", foreignKey)
                : fields.required("manual_configuration", RelationshipCodec::manual);
    }

    private static RelationshipUsing objectForeignKey(JsonNode node, Path path) {
        return node.isObject() ? remoteForeignKey(node, path) : new ForeignKeyOn(NameCodec.columns(node, path));
    }

    private static RelationshipUsing remoteForeignKey(JsonNode node, Path path) {
        if (!node.isObject()) throw Fields.fail(path, "Expecting object { table, columns }.");
        var fields = Fields.of("ArrRelUsingFKeyOn", node, path);
        var table = fields.required("table", NameCodec::table);
        if (fields.has("column") == fields.has("columns")) {
            throw Fields.fail(path, "expected exactly one of 'column' or 'columns'");
        }
        return new ForeignKeyOnRemote(
                table, fields.required(fields.has("column") ? "column" : "columns", NameCodec::columns));
    }

    static RelationshipUsing manual(JsonNode node, Path path) {
        var fields = Fields.of("RelManualConfig", node, path);
        if (fields.has("remote_native_query")) {
            return new ManualNativeQuery(
                    fields.required("remote_native_query", NameCodec::nativeQuery),
                    NameCodec.byColumn(fields.required("column_mapping", RelationshipCodec::mapping)),
                    fields.optional("insertion_order", RelationshipCodec::insertionOrder));
        }
        return new Manual(
                fields.required("remote_table", NameCodec::table),
                NameCodec.byColumn(fields.required("column_mapping", RelationshipCodec::mapping)),
                fields.optional("insertion_order", RelationshipCodec::insertionOrder),
                fields.optional("source", NameCodec::source));
    }

    private static SequencedMap<String, ColumnName> mapping(JsonNode node, Path path) {
        return Fields.entries(node, path, NameCodec::column);
    }

    private static String insertionOrder(JsonNode node, Path path) {
        var text = Fields.text(node, path);
        if (text.equals("before_parent") || text.equals("after_parent")) return text;
        throw Fields.fail(path, "Expected one of \"before_parent\", \"after_parent\"");
    }

    public static JsonNode using(RelationshipUsing using) {
        return switch (using) {
            case ForeignKeyOn(var columns) ->
                Out.object()
                        .put("foreign_key_constraint_on", oneOrMore(columns))
                        .done();
            case ForeignKeyOnRemote(var table, var columns) ->
                Out.object()
                        .put("foreign_key_constraint_on", foreignKey(table, columns))
                        .done();
            case Manual _, ManualNativeQuery _ ->
                Out.object().put("manual_configuration", manual(using)).done();
        };
    }

    static JsonNode manual(RelationshipUsing using) {
        return switch (using) {
            case Manual manual -> manual(manual);
            case ManualNativeQuery manual ->
                Out.object()
                        .put("column_mapping", Out.map(new TreeMap<>(manual.columnMapping()), NameCodec::text))
                        .put("insertion_order", Json.string(manual.insertionOrder()))
                        .put("remote_native_query", NameCodec.text(manual.remoteNativeQuery()))
                        .done();
            case ForeignKeyOn _, ForeignKeyOnRemote _ -> throw new IllegalArgumentException("a foreign key");
        };
    }

    private static JsonNode oneOrMore(List<ColumnName> columns) {
        return columns.size() == 1 ? NameCodec.text(columns.getFirst()) : Out.array(columns, NameCodec::text);
    }

    private static JsonNode foreignKey(TableName table, List<ColumnName> columns) {
        return Out.object()
                .put(columns.size() == 1 ? "column" : "columns", oneOrMore(columns))
                .put("table", NameCodec.encode(table))
                .done();
    }

    private static JsonNode manual(Manual manual) {
        var source = manual.source();
        return Out.object()
                .put("column_mapping", Out.map(new TreeMap<>(manual.columnMapping()), NameCodec::text))
                .put("insertion_order", Json.string(manual.insertionOrder()))
                .put("remote_table", NameCodec.encode(manual.remoteTable()))
                .put("source", source == null ? null : NameCodec.text(source))
                .done();
    }
}
