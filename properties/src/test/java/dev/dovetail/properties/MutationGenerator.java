package dev.dovetail.properties;

import dev.dovetail.properties.Mutation.Conflict;
import dev.dovetail.properties.Mutation.Delete;
import dev.dovetail.properties.Mutation.Form;
import dev.dovetail.properties.Mutation.Insert;
import dev.dovetail.properties.Mutation.Item;
import dev.dovetail.properties.Mutation.Nested;
import dev.dovetail.properties.Mutation.Part;
import dev.dovetail.properties.Mutation.Root;
import dev.dovetail.properties.Mutation.Update;
import dev.dovetail.properties.Query.Field;
import dev.dovetail.properties.World.Column;
import dev.dovetail.properties.World.Data;
import dev.dovetail.properties.World.Rights;
import dev.dovetail.properties.World.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Mutations that a role may try: of what its schema shows, whether or not the rows will be allowed. */
record MutationGenerator(Viewer viewer, Data data, Choices choices) {
    private static final int DEPTH = 2;

    /** None when the role may not write anything. */
    @Nullable
    Mutation mutation() {
        var writable = viewer.world().tables().stream()
                .filter(each -> {
                    var rights = viewer.rights(each);
                    return rights != null
                            && (rights.insert() != null || rights.update() != null || rights.delete() != null);
                })
                .toList();
        if (writable.isEmpty()) {
            return null;
        }
        var roots = new ArrayList<Root>();
        for (var i = choices.chance(20) ? 2 : 1; i > 0; i--) {
            roots.add(root(choices.of(writable)));
        }
        return new Mutation(roots);
    }

    private Root root(Table table) {
        var rights = Objects.requireNonNull(viewer.rights(table));
        var kinds = new ArrayList<java.util.function.Supplier<Root>>();
        if (rights.insert() != null) {
            kinds.add(() -> insert(table, rights));
        }
        if (rights.update() != null) {
            kinds.add(() -> update(table, rights));
        }
        if (rights.delete() != null) {
            kinds.add(() -> delete(table));
        }
        return choices.of(kinds).get();
    }

    private Insert insert(Table table, Rights rights) {
        var single = viewer.sees(table) && choices.chance(30);
        var conflict = conflict(table, rights);
        var items = IntStream.range(0, single ? 1 : choices.between(1, 3))
                .mapToObj(_ -> item(table, rights, List.of(), DEPTH))
                .map(each -> conflict != null && choices.chance(70) ? there(table, each) : each)
                .toList();
        return new Insert(table.name(), items, conflict, single, returning(table));
    }

    /** With the key of a row that is there. */
    private Item there(Table table, Item item) {
        var values = new LinkedHashMap<>(item.values());
        key(table).values().forEach((column, value) -> values.computeIfPresent(column, (_, _) -> value));
        return new Item(values, item.related());
    }

    private @Nullable Conflict conflict(Table table, Rights rights) {
        var update = rights.update();
        if (update == null || update.columns().isEmpty() || choices.chance(40)) {
            return null;
        }
        return new Conflict(
                choices.some(update.columns(), 60),
                choices.chance(40) ? new ConditionGenerator(viewer, choices, false).on(table, 2) : null);
    }

    /** @param given columns that the parent's key fills */
    private Item item(Table table, Rights rights, List<String> given, int depth) {
        var insert = Objects.requireNonNull(rights.insert());
        var values = new LinkedHashMap<String, @Nullable Object>();
        var related = new LinkedHashMap<String, Nested>();
        if (depth > 0) {
            for (var each : choices.some(table.relationships(), 15)) {
                var target = viewer.world().table(each.target());
                var theirs = viewer.rights(target);
                if (theirs == null || theirs.insert() == null || related.containsKey(each.name())) {
                    continue;
                }
                var filled = each.array() ? List.copyOf(each.pairs().values()) : List.<String>of();
                var count = each.array() ? choices.between(1, 2) : 1;
                related.put(
                        each.name(),
                        new Nested(
                                each,
                                IntStream.range(0, count)
                                        .mapToObj(_ -> item(target, theirs, filled, depth - 1))
                                        .toList()));
            }
        }
        for (var name : insert.columns()) {
            var filledByChild = related.values().stream()
                    .anyMatch(each -> !each.relationship().array()
                            && each.relationship().pairs().containsKey(name));
            if (!given.contains(name) && !filledByChild && !choices.chance(3)) {
                values.put(name, value(table, table.column(name)));
            }
        }
        return new Item(values, related);
    }

    private @Nullable Object value(Table table, Column column) {
        if (column.nullable() && choices.chance(15)) {
            return null;
        }
        if (column.name().equals("id")) {
            return new BigDecimal(choices.chance(60) ? choices.between(16, 60) : choices.below(16));
        }
        var references = column.references();
        if (references != null && choices.chance(85)) {
            return choices.of(data.of(references)).get("id");
        }
        return column.type().value(choices);
    }

    private Update update(Table table, Rights rights) {
        var byKey = viewer.seesKey(table) && choices.chance(30);
        if (!byKey && choices.chance(30)) {
            var parts = IntStream.range(0, choices.between(1, 3))
                    .mapToObj(_ -> part(table, rights, null))
                    .toList();
            return new Update(table.name(), parts, Form.MANY, returning(table));
        }
        return new Update(
                table.name(),
                List.of(part(table, rights, byKey ? key(table) : null)),
                byKey ? Form.BY_KEY : Form.WHERE,
                returning(table));
    }

    private Part part(Table table, Rights rights, @Nullable Row key) {
        SequencedMap<String, @Nullable Object> set = new LinkedHashMap<>();
        var inc = new LinkedHashMap<String, Object>();
        var update = Objects.requireNonNull(rights.update());
        for (var name : choices.some(update.columns(), 50)) {
            var column = table.column(name);
            if (column.type() == Type.INTEGER && choices.chance(30)) {
                inc.put(name, new BigDecimal(choices.between(-1, 20)));
            } else {
                set.put(name, value(table, column));
            }
        }
        return new Part(where(table), key, set, inc);
    }

    private Delete delete(Table table) {
        var byKey = viewer.seesKey(table) && choices.chance(30);
        return new Delete(table.name(), where(table), byKey ? key(table) : null, returning(table));
    }

    private Condition where(Table table) {
        return choices.chance(30) ? Condition.TRUE : new ConditionGenerator(viewer, choices, false).on(table, 2);
    }

    private Row key(Table table) {
        var rows = data.of(table.name());
        var values = new LinkedHashMap<String, @Nullable Object>();
        var row = rows.isEmpty() ? null : choices.of(rows);
        table.key().forEach(each -> values.put(each, row == null ? BigDecimal.ONE : row.get(each)));
        return new Row(values);
    }

    private @Nullable List<Field> returning(Table table) {
        return viewer.sees(table) && choices.chance(60) ? new QueryGenerator(viewer, choices).fields(table, 1) : null;
    }
}
