package dev.dovetail.schema;

import static dev.dovetail.schema.Uses.list;
import static dev.dovetail.schema.Uses.required;

import dev.dovetail.graphql.type.EnumType;
import dev.dovetail.graphql.type.EnumValueDef;
import dev.dovetail.graphql.type.ScalarType;
import dev.dovetail.graphql.type.TypeUse;
import dev.dovetail.model.ColumnType;
import dev.dovetail.model.Table;
import java.util.List;

/** Scalars and the enums of enum tables. */
final class ScalarTypes {
    private final Registry registry;

    ScalarTypes(Registry registry) {
        this.registry = registry;
    }

    TypeUse<Meaning> scalar(String name) {
        return registry.named(name, () -> new ScalarType<>(name, null));
    }

    TypeUse<Meaning> of(ColumnType type) {
        return switch (type) {
            case ColumnType.Scalar(var graphql, var _) -> scalar(graphql);
            case ColumnType.EnumOf(var table, var _) -> enumOf(table.get());
            case ColumnType.ArrayOf(var element, var _) -> list(required(of(element)));
        };
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
