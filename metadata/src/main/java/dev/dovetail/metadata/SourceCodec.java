package dev.dovetail.metadata;

import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.name.FunctionName;
import dev.dovetail.name.LogicalModelName;
import dev.dovetail.name.NativeQueryName;
import dev.dovetail.name.TableName;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Sources on the wire. A source of another kind than Postgres is kept raw. */
public final class SourceCodec {
    private static final Set<String> POSTGRES_KINDS = Set.of("postgres", "pg");
    private static final Set<String> BEFORE_CONFIGURATION = Set.of("stored_procedures");

    private SourceCodec() {}

    public static SourceMetadata decode(JsonNode node, Path path) {
        var fields = Fields.of("SourceMetadata", node, path);
        var name = fields.required("name", NameCodec::source);
        var written = fields.optionalString("kind");
        var kind = written == null || POSTGRES_KINDS.contains(written) ? SourceMetadata.POSTGRES : written;
        if (!kind.equals(SourceMetadata.POSTGRES)) {
            var nowhere = SourceConfiguration.of(new DatabaseUrl.Literal(""));
            return new SourceMetadata(
                    name,
                    kind,
                    nowhere,
                    SourceCustomization.none(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    fields.rest());
        }
        var customization = fields.optional("customization", SourceCodec::customization);
        return new SourceMetadata(
                name,
                kind,
                fields.required("configuration", ConfigurationCodec::decode),
                customization == null ? SourceCustomization.none() : customization,
                unique(fields.requiredList("tables", TableCodec::decode), TableMetadata::table, fields.path("tables")),
                unique(
                        fields.list("functions", FunctionCodec::decode),
                        FunctionMetadata::function,
                        fields.path("functions")),
                unique(
                        fields.list("native_queries", NativeQueryCodec::decode),
                        NativeQueryMetadata::name,
                        fields.path("native_queries")),
                unique(
                        fields.list("logical_models", LogicalModelCodec::decode),
                        LogicalModelMetadata::name,
                        fields.path("logical_models")),
                fields.rest());
    }

    /** A later element of the same name wins, as in the reference's maps. */
    private static <T, K> List<T> unique(List<T> elements, Function<T, K> key, Path path) {
        List<T> kept = List.of();
        if (elements.stream().map(key).distinct().count() == elements.size()) return elements;
        for (T element : elements) kept = Lists.put(kept, key, element);
        return kept;
    }

    public static ObjectNode encode(SourceMetadata source) {
        var out = Out.object().put("name", source.name().value()).put("kind", source.kind());
        if (!source.isPostgres()) return out.rest(source.rest()).done();
        List<TableMetadata> tables = Out.<TableMetadata, TableName>sort(source.tables(), TableMetadata::table);
        var early = Json.object();
        var late = Json.object();
        for (var entry : source.rest().properties()) {
            (BEFORE_CONFIGURATION.contains(entry.getKey()) ? early : late).set(entry.getKey(), entry.getValue());
        }
        return out.fullList("tables", tables, TableCodec::encode)
                .<FunctionMetadata, FunctionName>sorted(
                        "functions", source.functions(), FunctionMetadata::function, FunctionCodec::encode)
                .<NativeQueryMetadata, NativeQueryName>sorted(
                        "native_queries", source.nativeQueries(), NativeQueryMetadata::name, NativeQueryCodec::encode)
                .rest(early)
                .<LogicalModelMetadata, LogicalModelName>sorted(
                        "logical_models", source.logicalModels(), LogicalModelMetadata::name, LogicalModelCodec::encode)
                .put("configuration", ConfigurationCodec.encode(source.configuration()))
                .ifAny("customization", encode(source.customization()))
                .rest(late)
                .done();
    }

    public static SourceCustomization customization(JsonNode node, Path path) {
        var fields = Fields.of("SourceCustomization", node, path);
        var root = fields.optional("root_fields", (value, at) -> Fields.of("RootFieldsCustomization", value, at));
        var types = fields.optional("type_names", (value, at) -> Fields.of("SourceTypeCustomization", value, at));
        return new SourceCustomization(
                root == null ? null : root.optional("namespace", NameCodec::graphqlName),
                root == null ? null : root.optional("prefix", NameCodec::graphqlName),
                root == null ? null : root.optional("suffix", NameCodec::graphqlName),
                types == null ? null : types.optional("prefix", NameCodec::graphqlName),
                types == null ? null : types.optional("suffix", NameCodec::graphqlName),
                fields.optional("naming_convention", SourceCodec::namingConvention));
    }

    private static String namingConvention(JsonNode node, Path path) {
        var text = Fields.text(node, path);
        if (text.equals("hasura-default") || text.equals("graphql-default")) return text;
        throw Fields.fail(path, "naming_convention can either be \"hasura-default\" or \"graphql-default\"");
    }

    private static ObjectNode encode(SourceCustomization customization) {
        return Out.object()
                .put("naming_convention", customization.namingConvention())
                .ifAny(
                        "root_fields",
                        Out.object()
                                .put("namespace", customization.rootNamespace())
                                .put("prefix", customization.rootPrefix())
                                .put("suffix", customization.rootSuffix())
                                .done())
                .ifAny(
                        "type_names",
                        Out.object()
                                .put("prefix", customization.typePrefix())
                                .put("suffix", customization.typeSuffix())
                                .done())
                .done();
    }
}
