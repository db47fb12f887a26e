package dev.dovetail.metadata;

import dev.dovetail.json.Json;
import dev.dovetail.name.FunctionName;
import dev.dovetail.name.LogicalModelName;
import dev.dovetail.name.NativeQueryName;
import dev.dovetail.name.SourceName;
import dev.dovetail.name.TableName;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/**
 * A database. Of a kind that is no Postgres only the name is read; the other keys are all in {@code rest}.
 *
 * @param rest query_tags, health_check, …
 */
public record SourceMetadata(
        SourceName name,
        String kind,
        SourceConfiguration configuration,
        SourceCustomization customization,
        List<TableMetadata> tables,
        List<FunctionMetadata> functions,
        List<NativeQueryMetadata> nativeQueries,
        List<LogicalModelMetadata> logicalModels,
        ObjectNode rest) {
    public static final String POSTGRES = "postgres";

    public SourceMetadata {
        tables = List.copyOf(tables);
        functions = List.copyOf(functions);
        nativeQueries = List.copyOf(nativeQueries);
        logicalModels = List.copyOf(logicalModels);
    }

    public static SourceMetadata postgres(SourceName name, SourceConfiguration configuration) {
        return new SourceMetadata(
                name,
                POSTGRES,
                configuration,
                SourceCustomization.none(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Json.object());
    }

    public boolean isPostgres() {
        return kind.equals(POSTGRES);
    }

    public Optional<TableMetadata> table(TableName wanted) {
        return tables.stream().filter(table -> table.table().equals(wanted)).findFirst();
    }

    public Optional<FunctionMetadata> function(FunctionName wanted) {
        return functions.stream()
                .filter(function -> function.function().equals(wanted))
                .findFirst();
    }

    public SourceMetadata withName(SourceName changed) {
        return new SourceMetadata(
                changed, kind, configuration, customization, tables, functions, nativeQueries, logicalModels, rest);
    }

    public SourceMetadata withConfiguration(SourceConfiguration changed) {
        return new SourceMetadata(
                name, kind, changed, customization, tables, functions, nativeQueries, logicalModels, rest);
    }

    public SourceMetadata withCustomization(SourceCustomization changed) {
        return new SourceMetadata(
                name, kind, configuration, changed, tables, functions, nativeQueries, logicalModels, rest);
    }

    public SourceMetadata withTables(List<TableMetadata> changed) {
        return new SourceMetadata(
                name, kind, configuration, customization, changed, functions, nativeQueries, logicalModels, rest);
    }

    /** Replaces the table of the same name, or appends it. */
    public SourceMetadata withTable(TableMetadata table) {
        return withTables(Lists.put(tables, TableMetadata::table, table));
    }

    public SourceMetadata mapTable(TableName wanted, UnaryOperator<TableMetadata> change) {
        return table(wanted).map(found -> withTable(change.apply(found))).orElse(this);
    }

    public SourceMetadata withFunctions(List<FunctionMetadata> changed) {
        return new SourceMetadata(
                name, kind, configuration, customization, tables, changed, nativeQueries, logicalModels, rest);
    }

    public SourceMetadata withFunction(FunctionMetadata function) {
        return withFunctions(Lists.put(functions, FunctionMetadata::function, function));
    }

    public SourceMetadata withRest(ObjectNode changed) {
        return new SourceMetadata(
                name, kind, configuration, customization, tables, functions, nativeQueries, logicalModels, changed);
    }

    public Optional<NativeQueryMetadata> nativeQuery(NativeQueryName wanted) {
        return nativeQueries.stream()
                .filter(query -> query.name().equals(wanted))
                .findFirst();
    }

    public SourceMetadata withNativeQueries(List<NativeQueryMetadata> changed) {
        return new SourceMetadata(
                name, kind, configuration, customization, tables, functions, changed, logicalModels, rest);
    }

    public SourceMetadata withNativeQuery(NativeQueryMetadata query) {
        return withNativeQueries(Lists.put(nativeQueries, NativeQueryMetadata::name, query));
    }

    public Optional<LogicalModelMetadata> logicalModel(LogicalModelName wanted) {
        return logicalModels.stream()
                .filter(model -> model.name().equals(wanted))
                .findFirst();
    }

    public SourceMetadata withLogicalModels(List<LogicalModelMetadata> changed) {
        return new SourceMetadata(
                name, kind, configuration, customization, tables, functions, nativeQueries, changed, rest);
    }

    public SourceMetadata withLogicalModel(LogicalModelMetadata model) {
        return withLogicalModels(Lists.put(logicalModels, LogicalModelMetadata::name, model));
    }

    /** Changes the permissions on a logical model; a query without a model of its own is left as it is. */
    public SourceMetadata mapPermissions(
            LogicalModelOwner owner, UnaryOperator<List<PermissionMetadata<SelectPermission>>> change) {
        return switch (owner) {
            case LogicalModelOwner.Itself(var model) ->
                logicalModel(model)
                        .map(found ->
                                withLogicalModel(found.withSelectPermissions(change.apply(found.selectPermissions()))))
                        .orElse(this);
            case LogicalModelOwner.Query(var query) ->
                nativeQuery(query)
                        .map(found -> withNativeQuery(found.mapPermissions(change)))
                        .orElse(this);
        };
    }
}
