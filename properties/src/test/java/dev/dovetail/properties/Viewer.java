package dev.dovetail.properties;

import dev.dovetail.properties.World.Column;
import dev.dovetail.properties.World.Relationship;
import dev.dovetail.properties.World.Rights;
import dev.dovetail.properties.World.Role;
import dev.dovetail.properties.World.ScalarField;
import dev.dovetail.properties.World.Select;
import dev.dovetail.properties.World.Table;
import dev.dovetail.properties.World.TableField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody may read of a world: the role, or an administrator when there is none. */
record Viewer(World world, @Nullable Role role) {

    boolean sees(Table table) {
        return role == null || select(table) != null;
    }

    List<Table> tables() {
        return world.tables().stream().filter(this::sees).toList();
    }

    List<Column> columns(Table table) {
        var select = select(table);
        return role == null
                ? table.columns()
                : table.columns().stream()
                        .filter(each -> select != null && select.columns().contains(each.name()))
                        .toList();
    }

    boolean seesColumn(Table table, String column) {
        return columns(table).stream().anyMatch(each -> each.name().equals(column));
    }

    /** Whether a table has a key of which every column is seen. */
    boolean seesKey(Table table) {
        return !table.key().isEmpty() && table.key().stream().allMatch(each -> seesColumn(table, each));
    }

    List<ScalarField> scalars(Table table) {
        var select = select(table);
        return role == null
                ? table.scalars()
                : table.scalars().stream()
                        .filter(each -> select != null && select.scalars().contains(each.name()))
                        .toList();
    }

    List<Relationship> relationships(Table table) {
        return table.relationships().stream()
                .filter(each -> sees(world.table(each.target())))
                .toList();
    }

    List<TableField> tableFields(Table table) {
        return table.tableFields().stream()
                .filter(each -> sees(world.table(each.target())))
                .toList();
    }

    boolean aggregates(Table table) {
        var select = select(table);
        return role == null || select != null && select.aggregations();
    }

    Condition filter(Table table) {
        var select = select(table);
        return select == null ? Condition.TRUE : select.filter();
    }

    @Nullable
    Integer limit(Table table) {
        var select = select(table);
        return select == null ? null : select.limit();
    }

    @Nullable
    Rights rights(Table table) {
        return role == null ? null : role.on(table.name());
    }

    private @Nullable Select select(Table table) {
        var rights = rights(table);
        return rights == null ? null : rights.select();
    }
}
