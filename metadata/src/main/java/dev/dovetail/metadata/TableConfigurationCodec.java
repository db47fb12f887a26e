package dev.dovetail.metadata;

import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.metadata.TableConfiguration.ColumnConfig;
import dev.dovetail.metadata.TableConfiguration.RootFieldConfig;
import dev.dovetail.name.ColumnName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A table's configuration on the wire. {@code custom_column_names} is the deprecated form of {@code column_config}:
 * read into it, and written beside it as the reference does.
 */
public final class TableConfigurationCodec {
    /** Sorted, as they are exported. */
    private static final List<String> ROOT_FIELDS = List.of(
            "delete",
            "delete_by_pk",
            "insert",
            "insert_one",
            "select",
            "select_aggregate",
            "select_by_pk",
            "select_group_by",
            "select_stream",
            "update",
            "update_by_pk",
            "update_many");

    private TableConfigurationCodec() {}

    public static TableConfiguration decode(JsonNode node, Path path) {
        var fields = Fields.of("TableConfig", node, path);
        var root = fields.optional("custom_root_fields", TableConfigurationCodec::rootFields);
        var columns =
                new LinkedHashMap<>(NameCodec.byColumn(fields.map("column_config", TableConfigurationCodec::column)));
        NameCodec.byColumn(fields.map("custom_column_names", NameCodec::graphqlName))
                .forEach((column, name) -> columns.merge(
                        column,
                        ColumnConfig.named(name),
                        (written, legacy) -> written.customName() != null ? written : written.withName(name)));
        columns.values().removeIf(ColumnConfig::isNone);
        return new TableConfiguration(
                fields.optional("custom_name", NameCodec::graphqlName),
                fields.optionalString("comment"),
                root == null ? new LinkedHashMap<>() : root,
                columns,
                fields.flag("group_by", false),
                fields.rest());
    }

    /** Only the column part, as older commands give it: {@code {column: name}}. */
    public static SequencedMap<ColumnName, ColumnConfig> columnNames(SequencedMap<String, String> names) {
        var columns = new LinkedHashMap<ColumnName, ColumnConfig>();
        names.forEach((column, name) -> columns.put(new ColumnName(column), ColumnConfig.named(name)));
        return columns;
    }

    public static SequencedMap<String, RootFieldConfig> rootFields(JsonNode node, Path path) {
        var fields = Fields.of("TableCustomRootFields", node, path);
        var configs = new LinkedHashMap<String, RootFieldConfig>();
        var names = new TreeMap<String, String>();
        for (var key : ROOT_FIELDS) {
            var config = fields.optional(key, TableConfigurationCodec::rootField);
            if (config == null) continue;
            configs.put(key, config);
            var name = config.name();
            if (name != null && names.put(name, key) != null) {
                throw Fields.fail(path, "the following custom root field names are duplicated: \"" + name + "\"");
            }
        }
        return configs;
    }

    private static RootFieldConfig rootField(JsonNode node, Path path) {
        if (node.isString()) return new RootFieldConfig(NameCodec.graphqlName(node, path), null);
        var fields = Fields.of("CustomRootField", node, path);
        return new RootFieldConfig(fields.optional("name", NameCodec::graphqlName), fields.optionalString("comment"));
    }

    private static ColumnConfig column(JsonNode node, Path path) {
        var fields = Fields.of("ColumnConfig", node, path);
        return new ColumnConfig(
                fields.optional("custom_name", NameCodec::graphqlName),
                fields.optionalString("comment"),
                fields.flag("path_comparison", false));
    }

    public static ObjectNode encode(TableConfiguration configuration) {
        var columns = new TreeMap<>(configuration.columnConfig());
        var names = Json.object();
        columns.forEach((column, config) -> {
            if (config.customName() != null) names.put(column.value(), config.customName());
        });
        return Out.object()
                .put("column_config", Out.map(columns, TableConfigurationCodec::column))
                .put("comment", configuration.comment())
                .put("custom_column_names", names)
                .put("custom_name", configuration.customName())
                .put(
                        "custom_root_fields",
                        Out.map(new TreeMap<>(configuration.customRootFields()), TableConfigurationCodec::rootField))
                .ifTrue("group_by", configuration.groupBy())
                .rest(configuration.rest())
                .done();
    }

    private static JsonNode rootField(RootFieldConfig config) {
        if (config.comment() == null && config.name() != null) return Json.string(config.name());
        return Out.object()
                .put("comment", config.comment())
                .put("name", config.name())
                .done();
    }

    private static JsonNode column(ColumnConfig config) {
        return Out.object()
                .put("comment", config.comment())
                .put("custom_name", config.customName())
                .ifTrue("path_comparison", config.pathComparison())
                .done();
    }
}
