package dev.dovetail.properties;

import dev.dovetail.properties.World.Data;
import dev.dovetail.properties.World.Rights;
import dev.dovetail.properties.World.Table;
import dev.dovetail.properties.World.Term;
import dev.dovetail.properties.World.Update;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a mutation that succeeds ought to change, worked out in memory: of one root field without nested inserts. */
final class Simulation {
    private final Viewer viewer;
    private final Table table;
    private final Rights rights;
    private final List<Effect> effects = new ArrayList<>();
    private Data now;

    private Simulation(Viewer viewer, Table table, Rights rights, Data data) {
        this.viewer = viewer;
        this.table = table;
        this.rights = rights;
        this.now = data;
    }

    /** A row as it was and as it became; null for a row that was not there, or is not any more. */
    record Effect(@Nullable Row before, @Nullable Row after) {
        boolean is(ChangeLog.Change change) {
            return same(before, change.before()) && same(after, change.after());
        }

        private static boolean same(@Nullable Row one, @Nullable Row other) {
            if (one == null || other == null) {
                return one == other;
            }
            return one.values().keySet().stream().allMatch(each -> Confinement.same(one.get(each), other.get(each)));
        }
    }

    /** Null when it is too hard to say. */
    static @Nullable List<Effect> of(Mutation mutation, Viewer viewer, Data data) {
        var root = mutation.roots().getFirst();
        var table = viewer.world().table(root.table());
        var rights = viewer.rights(table);
        if (mutation.roots().size() > 1 || rights == null) {
            return null;
        }
        var simulation = new Simulation(viewer, table, rights, data);
        var told = switch (root) {
            case Mutation.Insert insert -> simulation.insert(insert);
            case Mutation.Update update -> simulation.update(update);
            case Mutation.Delete delete -> simulation.delete(delete);
        };
        return told ? simulation.effects : null;
    }

    private boolean insert(Mutation.Insert insert) {
        var rule = Objects.requireNonNull(rights.insert());
        var seen = new ArrayList<Row>();
        for (var item : insert.items()) {
            if (!item.related().isEmpty()) {
                return false;
            }
            var values = new LinkedHashMap<String, @Nullable Object>();
            table.columns().forEach(each -> values.put(each.name(), each.standard()));
            values.putAll(item.values());
            rule.presets().forEach((column, term) -> values.put(column, resolve(term)));
            var row = new Row(values);
            if (seen.stream().anyMatch(each -> ChangeLog.sameKey(table, each, row))) {
                return false;
            }
            seen.add(row);
            var there = now.of(table.name()).stream()
                    .filter(each -> ChangeLog.sameKey(table, each, row))
                    .findFirst();
            if (there.isEmpty()) {
                effects.add(new Effect(null, row));
            } else if (insert.conflict() != null) {
                replace(there.get(), row, insert.conflict());
            }
        }
        return true;
    }

    private void replace(Row there, Row row, Mutation.Conflict conflict) {
        var rule = Objects.requireNonNull(rights.update());
        var where = conflict.where();
        if (conflict.columns().isEmpty()
                || evaluator().stored(rule.filter(), table, there) != Truth.TRUE
                || where != null && evaluator().asked(where, table, there) != Truth.TRUE) {
            return;
        }
        var changed = there;
        for (var column : conflict.columns()) {
            changed = changed.with(column, row.get(column));
        }
        effects.add(new Effect(there, preset(changed, rule)));
    }

    private boolean update(Mutation.Update update) {
        var rule = Objects.requireNonNull(rights.update());
        for (var part : update.parts()) {
            if (part.set().isEmpty() && part.inc().isEmpty() && rule.presets().isEmpty()) {
                continue;
            }
            var changes = wanted(rule.filter(), part.where(), part.key()).stream()
                    .map(row -> new Effect(row, updated(row, part, rule)))
                    .toList();
            effects.addAll(changes);
            now = ChangeLog.apply(
                    viewer.world(),
                    now,
                    changes.stream()
                            .map(each -> new ChangeLog.Change("", table, each.before(), each.after()))
                            .toList());
        }
        return true;
    }

    private Row updated(Row row, Mutation.Part part, Update rule) {
        var changed = row;
        for (var each : part.set().entrySet()) {
            changed = changed.with(each.getKey(), each.getValue());
        }
        for (Map.Entry<String, Object> each : part.inc().entrySet()) {
            var old = (BigDecimal) row.get(each.getKey());
            changed = changed.with(each.getKey(), old == null ? null : old.add((BigDecimal) each.getValue()));
        }
        return preset(changed, rule);
    }

    private Row preset(Row row, Update rule) {
        var changed = row;
        for (var each : rule.presets().entrySet()) {
            changed = changed.with(each.getKey(), resolve(each.getValue()));
        }
        return changed;
    }

    private boolean delete(Mutation.Delete delete) {
        wanted(Objects.requireNonNull(rights.delete()), delete.where(), delete.key())
                .forEach(row -> effects.add(new Effect(row, null)));
        return true;
    }

    private List<Row> wanted(Condition filter, Condition where, @Nullable Row key) {
        var evaluator = evaluator();
        return now.of(table.name()).stream()
                .filter(row -> evaluator.stored(filter, table, row) == Truth.TRUE)
                .filter(row -> key == null
                        ? evaluator.asked(where, table, row) == Truth.TRUE
                        : ChangeLog.sameKey(table, row, key))
                .toList();
    }

    private Evaluator evaluator() {
        return new Evaluator(viewer, now);
    }

    private @Nullable Object resolve(Term term) {
        return RoleGenerator.resolve(term, viewer.role());
    }
}
