package dev.dovetail.properties;

import dev.dovetail.properties.World.Column;
import dev.dovetail.properties.World.Data;
import dev.dovetail.properties.World.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A few rows for each table, with nulls and doubles. */
record DataGenerator(World world, Choices choices) {
    private static final int ROWS_MAX = 8;

    Data generate() {
        var keys = new LinkedHashMap<String, List<BigDecimal>>();
        for (var table : world.tables()) {
            if (table.view() == null) {
                keys.put(table.name(), keys(table.name().equals(WorldGenerator.REFERENCED) ? 1 : 0));
            }
        }
        var rows = new LinkedHashMap<String, List<Row>>();
        keys.forEach((table, ids) -> rows.put(
                table, ids.stream().map(id -> row(world.table(table), id, keys)).toList()));
        return withViews(world, rows);
    }

    static Data withViews(World world, LinkedHashMap<String, List<Row>> rows) {
        for (var table : world.tables()) {
            var view = table.view();
            if (view != null) {
                rows.put(
                        table.name(),
                        rows.get(view.base()).stream()
                                .filter(row -> row.get(view.column()) != null)
                                .toList());
            }
        }
        return new Data(rows);
    }

    private List<BigDecimal> keys(int least) {
        var keys = new HashSet<BigDecimal>();
        for (var i = choices.between(least, ROWS_MAX); i > 0; i--) {
            keys.add(new BigDecimal(choices.below(ROWS_MAX * 2)));
        }
        return new ArrayList<>(new java.util.TreeSet<>(keys));
    }

    private Row row(Table table, BigDecimal id, LinkedHashMap<String, List<BigDecimal>> keys) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        for (var column : table.columns()) {
            values.put(column.name(), column.name().equals("id") ? id : value(column, keys));
        }
        return new Row(values);
    }

    private @Nullable Object value(Column column, LinkedHashMap<String, List<BigDecimal>> keys) {
        if (column.nullable() && choices.chance(25)) {
            return null;
        }
        var references = column.references();
        if (references == null) {
            return column.type() == Type.JSONB && choices.chance(20)
                    ? Type.WILD
                    : column.type().value(choices);
        }
        var targets = keys.getOrDefault(references, List.of());
        return targets.isEmpty() ? null : choices.of(targets);
    }
}
