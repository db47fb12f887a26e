package dev.dovetail.schema;

import static dev.dovetail.schema.Uses.list;
import static dev.dovetail.schema.Uses.required;

import dev.dovetail.catalog.PgType;
import dev.dovetail.graphql.type.EnumType;
import dev.dovetail.graphql.type.EnumValueDef;
import dev.dovetail.graphql.type.ScalarType;
import dev.dovetail.graphql.type.TypeUse;
import dev.dovetail.model.ColumnType;
import dev.dovetail.model.Table;
import java.util.List;
import java.util.Map;

/** Scalars and the enums of enum tables. */
final class ScalarTypes {
    private static final Map<String, String> SPELLED =
            Map.of("int2", "smallint", "int4", "integer", "int8", "bigint", "float4", "real", "bool", "boolean");

    private final Registry registry;
    private final boolean arrays;

    /** @param arrays whether arrays are lists; else they are scalars of their own */
    ScalarTypes(Registry registry, boolean arrays) {
        this.registry = registry;
        this.arrays = arrays;
    }

    TypeUse<Meaning> scalar(String name) {
        return registry.named(name, () -> new ScalarType<>(name, null));
    }

    TypeUse<Meaning> of(ColumnType type) {
        return switch (type) {
            case ColumnType.Scalar(var graphql, var _) -> scalar(graphql);
            case ColumnType.EnumOf(var table, var _) -> enumOf(table.get());
            case ColumnType.ArrayOf(var element, var _) -> arrays ? list(required(of(element))) : scalar(stem(type));
        };
    }

    /** Whether GraphQL shows values of the type as lists. */
    boolean isList(ColumnType type) {
        return arrays && type instanceof ColumnType.ArrayOf;
    }

    /** What the names of types that belong to this one begin with. */
    String stem(ColumnType type) {
        return switch (type) {
            case ColumnType.Scalar(var graphql, var _) -> graphql;
            case ColumnType.EnumOf(var table, var _) -> table.get().typeName("enum");
            case ColumnType.ArrayOf(var element, var _) ->
                arrays ? stem(element) + "_array" : "_" + spelled(element.pg());
        };
    }

    private static String spelled(PgType type) {
        return SPELLED.getOrDefault(type.name(), type.name());
    }

    TypeUse<Meaning> enumOf(Table table) {
        var name = table.typeName("enum");
        return registry.named(name, () -> new EnumType<>(name, null, values(table)));
    }

    private static List<EnumValueDef> values(Table table) {
        var known = table.enumValues();
        return known == null
                ? List.of()
                : known.values().stream()
                        .map(value -> EnumValueDef.standingFor(
                                value.name(), table.naming().enumValue(value.name()), value.comment()))
                        .toList();
    }
}
