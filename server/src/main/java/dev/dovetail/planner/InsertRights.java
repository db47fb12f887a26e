package dev.dovetail.planner;

import dev.dovetail.model.InsertRule;
import dev.dovetail.model.Table;
import dev.dovetail.model.UpdateRule;
import dev.dovetail.name.RoleName;
import dev.dovetail.sql.Alias;
import dev.dovetail.sql.Body;
import dev.dovetail.sql.Expr;
import dev.dovetail.sql.TypeName;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** What a role may insert into a table, and update when a row turns out to be there. */
record InsertRights(
        Table table, InsertRule inserts, @Nullable UpdateRule updates) {

    static InsertRights of(Table table, RoleName role) {
        var rules = table.rules(role);
        if (rules.insert() == null) {
            throw new IllegalStateException("role " + role + " may not insert into " + table);
        }
        return new InsertRights(table, rules.insert(), rules.update());
    }

    /** The clause for rows that are there already: only rows that the update permission's filter admits are changed. */
    Body.@Nullable OnConflict conflict(StatementScope scope, Access access, @Nullable Conflict given, Alias target) {
        if (given == null) {
            return null;
        }
        var rule = updating();
        var assignments = new ArrayList<Body.Assignment>();
        for (var column : given.updated()) {
            var name = column.name().value();
            assignments.add(new Body.Assignment(name, new Expr.Excluded(name)));
        }
        var where = Expr.and(access.filter(rule.filter(), target), access.where(given.where(), target));
        if (!assignments.isEmpty()) {
            rule.presets()
                    .forEach((column, preset) -> assignments.add(new Body.Assignment(
                            column.name().value(), new ColumnInputs(scope).preset(column, preset))));
        }
        return new Body.OnConflict(given.constraint(), assignments, where);
    }

    /** A row that was updated instead of inserted has an xmax; it stands under the update permission's check. */
    Expr check(Access access, @Nullable Conflict conflict, Alias target) {
        var inserted = access.filter(inserts.check(), target);
        var check = conflict == null || conflict.updated().isEmpty()
                ? null
                : updating().check();
        if (check == null || check.equals(inserts.check())) {
            return inserted;
        }
        var isNew = Expr.equal(new Expr.Cast(new Expr.Column(target, "xmax"), TypeName.TEXT), new Expr.Text("0"));
        return new Expr.Case(isNew, inserted, access.filter(check, target));
    }

    private UpdateRule updating() {
        if (updates == null) {
            throw new IllegalStateException("an upsert without the right to update " + table);
        }
        return updates;
    }
}
