package dev.dovetail.properties;

import dev.dovetail.properties.ChangeLog.Change;
import dev.dovetail.properties.World.Data;
import dev.dovetail.properties.World.Rights;
import dev.dovetail.properties.World.Table;
import dev.dovetail.properties.World.Term;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether changes were allowed.
 *
 * @param passedOn columns by table that a nested insert may fill with a key, whatever the role may write itself
 */
record Confinement(Viewer viewer, Map<String, Set<String>> passedOn) {

    static Confinement of(Viewer viewer, Mutation mutation) {
        var passedOn = new LinkedHashMap<String, Set<String>>();
        for (var root : mutation.roots()) {
            if (root instanceof Mutation.Insert insert) {
                insert.items().forEach(each -> collect(insert.table(), each, passedOn));
            }
        }
        return new Confinement(viewer, passedOn);
    }

    private static void collect(String table, Mutation.Item item, Map<String, Set<String>> passedOn) {
        for (var nested : item.related().values()) {
            var relationship = nested.relationship();
            var filled = relationship.array() ? relationship.target() : table;
            var columns = relationship.array()
                    ? relationship.pairs().values()
                    : relationship.pairs().keySet();
            passedOn.computeIfAbsent(filled, _ -> new HashSet<>()).addAll(columns);
            nested.items().forEach(each -> collect(relationship.target(), each, passedOn));
        }
    }

    /** What was not allowed; statement by statement, each against the rows it found. */
    List<String> faults(Data data, List<Change> changes) {
        var faults = new ArrayList<String>();
        var now = data;
        for (var together : statements(changes)) {
            var after = ChangeLog.apply(viewer.world(), now, together);
            for (var change : together) {
                fault(change, now, after, faults);
            }
            now = after;
        }
        return faults;
    }

    static Data after(World world, Data data, List<Change> changes) {
        var now = data;
        for (var together : statements(changes)) {
            now = ChangeLog.apply(world, now, together);
        }
        return now;
    }

    private static List<List<Change>> statements(List<Change> changes) {
        var byStatement = new LinkedHashMap<String, List<Change>>();
        changes.forEach(each -> byStatement
                .computeIfAbsent(each.statement(), _ -> new ArrayList<>())
                .add(each));
        return List.copyOf(byStatement.values());
    }

    private void fault(Change change, Data before, Data after, List<String> faults) {
        var rights = viewer.rights(change.table());
        var old = change.before();
        var row = change.after();
        if (rights == null) {
            faults.add("no rights at all on " + change);
        } else if (old == null && row != null) {
            inserted(change.table(), row, rights, before, after, faults);
        } else if (old != null && row != null) {
            updated(change.table(), old, row, rights, before, after, faults);
        } else if (old != null && !holds(rights.delete(), change.table(), old, before)) {
            faults.add("deleted against the filter: " + change.table().name() + " " + old);
        }
    }

    private void inserted(Table table, Row row, Rights rights, Data before, Data after, List<String> faults) {
        var insert = rights.insert();
        var what = "inserted " + table.name() + " " + row + " ";
        if (insert == null) {
            faults.add(what + "without the right to");
            return;
        }
        if (!holds(insert.check(), table, row, before) && !holds(insert.check(), table, row, after)) {
            faults.add(what + "against the check");
        }
        var free = passedOn.getOrDefault(table.name(), Set.of());
        for (var column : table.columns()) {
            var name = column.name();
            var preset = insert.presets().get(name);
            if (free.contains(name)) {
                continue;
            }
            if (preset != null && !is(row.get(name), preset)) {
                faults.add(what + "without the preset of " + name);
            }
            if (preset == null && !insert.columns().contains(name) && !same(row.get(name), column.standard())) {
                faults.add(what + "with a value for " + name);
            }
        }
    }

    private void updated(Table table, Row old, Row row, Rights rights, Data before, Data after, List<String> faults) {
        var update = rights.update();
        var what = "updated " + table.name() + " " + old + " to " + row + " ";
        if (update == null) {
            faults.add(what + "without the right to");
            return;
        }
        if (!holds(update.filter(), table, old, before)) {
            faults.add(what + "against the filter");
        }
        var check = update.check();
        if (check != null && !holds(check, table, row, before) && !holds(check, table, row, after)) {
            faults.add(what + "against the check");
        }
        for (var column : table.columns()) {
            var name = column.name();
            var preset = update.presets().get(name);
            if (preset != null && !is(row.get(name), preset)) {
                faults.add(what + "without the preset of " + name);
            }
            if (preset == null && !update.columns().contains(name) && !same(old.get(name), row.get(name))) {
                faults.add(what + "with a value for " + name);
            }
        }
    }

    private boolean holds(@Nullable Condition condition, Table table, Row row, Data data) {
        return condition != null && new Evaluator(viewer, data).stored(condition, table, row) == Truth.TRUE;
    }

    private boolean is(@Nullable Object value, Term preset) {
        return same(value, RoleGenerator.resolve(preset, viewer.role()));
    }

    static boolean same(@Nullable Object one, @Nullable Object other) {
        return one == null || other == null ? one == other : Type.compare(one, other) == 0;
    }
}
