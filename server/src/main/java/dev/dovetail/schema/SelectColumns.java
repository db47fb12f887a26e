package dev.dovetail.schema;

import dev.dovetail.graphql.type.EnumType;
import dev.dovetail.graphql.type.EnumValueDef;
import dev.dovetail.graphql.type.TypeUse;
import dev.dovetail.model.Table;

/** {@code users_select_column}: the columns a role may read, by name. */
final class SelectColumns {
    private SelectColumns() {}

    static TypeUse<Meaning> of(Table table, Registry registry, Visibility visibility) {
        var name = table.typeName("select", "column");
        return registry.named(
                name,
                () -> new EnumType<>(
                        name,
                        "select columns of table \"" + table.name().name() + "\"",
                        visibility.columns(table).stream()
                                .map(column -> new EnumValueDef(column.field(), "column name", null))
                                .toList()));
    }
}
