package dev.dovetail.properties;

import dev.dovetail.properties.World.Added;
import dev.dovetail.properties.World.Column;
import dev.dovetail.properties.World.Function;
import dev.dovetail.properties.World.Relationship;
import dev.dovetail.properties.World.ScalarField;
import dev.dovetail.properties.World.Table;
import dev.dovetail.properties.World.TableField;
import dev.dovetail.properties.World.View;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Schemas with relationships, computed fields and functions. */
final class WorldGenerator {
    /** The one table that others refer to: it is sure to have a key of one column. */
    static final String REFERENCED = "t0";

    private final Choices choices;
    private final Names names;
    private final List<Table> tables = new ArrayList<>();
    private int relationships;

    private WorldGenerator(Choices choices, Names names) {
        this.choices = choices;
        this.names = names;
    }

    /** With a role, whose permissions are generated as well. */
    static World generate(Choices choices, Names names) {
        var generator = new WorldGenerator(choices, names);
        var schema = names.of("schemas", "w");
        generator.tables();
        generator.relate();
        generator.compute();
        var plain = new World(schema, List.copyOf(generator.tables), RoleGenerator.NOBODY);
        return new World(schema, plain.tables(), RoleGenerator.generate(plain, choices, names));
    }

    private void tables() {
        var count = choices.between(2, 3);
        for (var i = 0; i < count; i++) {
            tables.add(table("t" + i, count));
        }
        if (choices.chance(40)) {
            var base = choices.of(tables);
            var column = choices.of(base.columns()).name();
            var columns = base.columns().stream()
                    .map(each -> new Column(each.name(), each.sql(), each.type(), true, null, null))
                    .toList();
            tables.add(empty("v", columns, List.of(), new View(base.name(), column)));
        }
    }

    private Table table(String name, int count) {
        var composite = !name.equals(REFERENCED) && choices.chance(20);
        var columns = new ArrayList<Column>();
        columns.add(column(name, "id", Type.INTEGER, false, null));
        if (composite) {
            columns.add(column(name, "k", Type.INTEGER, false, null));
        }
        for (var i = choices.below(5); i >= 0; i--) {
            columns.add(column(name, "c" + i, choices.of(List.of(Type.values())), choices.chance(70), null));
        }
        for (var i = choices.below(3); i > 0; i--) {
            columns.add(column(name, "r" + i, Type.INTEGER, choices.chance(70), REFERENCED));
        }
        return empty(name, columns, composite ? List.of("id", "k") : List.of("id"), null);
    }

    private Column column(String table, String name, Type type, boolean nullable, @Nullable String references) {
        var standard = references == null && !name.equals("id") && !name.equals("k") && choices.chance(20)
                ? type.value(choices)
                : null;
        return new Column(name, names.of(table, name), type, nullable, references, standard);
    }

    private Table empty(String name, List<Column> columns, List<String> key, @Nullable View view) {
        return new Table(
                name,
                names.of("tables", name),
                List.copyOf(columns),
                key,
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                view);
    }

    private void relate() {
        for (var table : tables) {
            for (var column : table.columns()) {
                var references = column.references();
                if (references != null) {
                    table.relationships()
                            .add(new Relationship(
                                    "o" + relationships, false, references, pair(column.name(), "id"), true));
                    tables.getFirst()
                            .relationships()
                            .add(new Relationship(
                                    "a" + relationships++, true, table.name(), pair("id", column.name()), true));
                }
            }
        }
        for (var i = choices.between(1, 3); i > 0; i--) {
            relateByHand();
        }
    }

    private void relateByHand() {
        var from = choices.of(tables);
        var to = choices.of(tables);
        var column = choices.of(from.columns());
        var alike = to.columns().stream()
                .filter(each -> each.type() == column.type())
                .toList();
        if (column.type() == Type.INTEGER && to.key().size() == 1 && choices.chance(50)) {
            from.relationships()
                    .add(new Relationship("o" + relationships++, false, to.name(), pair(column.name(), "id"), false));
        } else if (!alike.isEmpty()) {
            var other = choices.of(alike).name();
            from.relationships()
                    .add(new Relationship("a" + relationships++, true, to.name(), pair(column.name(), other), false));
        }
    }

    private static SequencedMap<String, String> pair(String column, String other) {
        var pairs = new LinkedHashMap<String, String>();
        pairs.put(column, other);
        return pairs;
    }

    private void compute() {
        var number = 0;
        for (var table : List.copyOf(tables)) {
            var integers = table.columns().stream()
                    .filter(each -> each.type() == Type.INTEGER)
                    .toList();
            if (choices.chance(60)) {
                var name = "s" + number++;
                table.scalars()
                        .add(new ScalarField(
                                name,
                                names.of("functions", name),
                                choices.of(integers).name(),
                                choices.of(List.of(Added.values()))));
            }
            if (choices.chance(65)) {
                addTableField(table, "x" + number++);
            }
            if (choices.chance(40)) {
                var name = "f" + number++;
                table.functions().add(new Function(name, choices.of(integers).name()));
            }
        }
    }

    private void addTableField(Table table, String name) {
        var target = choices.of(tables);
        var column = choices.of(table.columns());
        target.columns().stream()
                .filter(each -> each.type() == column.type())
                .findFirst()
                .ifPresent(alike -> table.tableFields()
                        .add(new TableField(
                                name, names.of("functions", name), column.name(), target.name(), alike.name())));
    }
}
