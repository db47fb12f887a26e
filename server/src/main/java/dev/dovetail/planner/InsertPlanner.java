package dev.dovetail.planner;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.Path;
import dev.dovetail.model.Column;
import dev.dovetail.model.InsertRule;
import dev.dovetail.model.Table;
import dev.dovetail.model.UpdateRule;
import dev.dovetail.model.ValueSource;
import dev.dovetail.operation.BoundField;
import dev.dovetail.operation.Input;
import dev.dovetail.plan.SqlCall;
import dev.dovetail.schema.ArgumentName;
import dev.dovetail.schema.InputMeaning;
import dev.dovetail.sql.Alias;
import dev.dovetail.sql.Body;
import dev.dovetail.sql.Expr;
import dev.dovetail.sql.From;
import dev.dovetail.sql.Item;
import dev.dovetail.sql.Select;
import dev.dovetail.sql.TypeName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * Inserts and upserts. Rows that give the same columns travel as one JSON parameter read as a record set, so that their
 * number does not change the statement; rows that differ become VALUES with DEFAULT.
 */
final class InsertPlanner {
    private final StatementFactory statements;
    private final Table table;
    private final InsertRule rule;
    private final @Nullable UpdateRule updates;

    InsertPlanner(StatementFactory statements, Table table) {
        this.statements = statements;
        this.table = table;
        var rules = table.rules(statements.role());
        if (rules.insert() == null) {
            throw new IllegalStateException("role " + statements.role() + " may not insert into " + table);
        }
        this.rule = rules.insert();
        this.updates = rules.update();
    }

    List<SqlCall> plan(BoundField field, boolean single, Joins joins) {
        var scope = statements.scope();
        var access = new Access(scope);
        var target = access.target(table, null);
        var objects = single
                ? List.of((Input.Fields) field.argument(ArgumentName.OBJECT).orElseThrow())
                : ((Input.Items) field.argument(ArgumentName.OBJECTS).orElseThrow())
                        .of().stream().map(each -> (Input.Fields) each).toList();
        var source = single
                ? null
                : field.argument(ArgumentName.OBJECTS).orElseThrow().source();
        var columns = columns(objects);
        var rows = rows(scope, objects, columns, source);
        var conflict = field.argument(ArgumentName.ON_CONFLICT)
                .filter(each -> !each.isNull())
                .map(each -> conflict(scope, access, (Input.Fields) each, target))
                .orElse(null);
        var check = check(access, target.alias(), conflict);
        return new MutationRows(statements, table, field, single, joins)
                .calls(
                        scope,
                        returning -> new Body.Insert(target.from(), names(columns, rows), rows, conflict, returning),
                        check,
                        target.alias());
    }

    private List<String> names(SequencedSet<Column> columns, Body.Rows rows) {
        var names = new ArrayList<String>();
        if (columns.isEmpty() && rule.presets().isEmpty() && !(rows instanceof Body.Rows.AllDefault)) {
            names.add(table.columns().iterator().next().name().value());
        }
        columns.forEach(each -> names.add(each.name().value()));
        rule.presets().keySet().forEach(each -> names.add(each.name().value()));
        return names;
    }

    /** All columns that some row gives, in the order in which they come. */
    private static SequencedSet<Column> columns(List<Input.Fields> objects) {
        var columns = new LinkedHashSet<Column>();
        for (var object : objects) {
            object.of().values().forEach(entry -> columns.add(column(entry)));
        }
        return columns;
    }

    private static Column column(Input.Entry entry) {
        return ((InputMeaning.ColumnInput) entry.meaning()).column();
    }

    private Body.Rows rows(
            StatementScope scope,
            List<Input.Fields> objects,
            SequencedSet<Column> columns,
            @Nullable ValueSource source) {
        if (objects.isEmpty()) {
            return new Body.Rows.Selected(nothing(columns));
        }
        if (columns.isEmpty() && rule.presets().isEmpty()) {
            return objects.size() == 1 ? new Body.Rows.AllDefault() : defaults(objects.size());
        }
        if (objects.size() > 1 && source != null && alike(objects, columns)) {
            return new Body.Rows.Selected(recordSet(scope, objects.getFirst(), source));
        }
        return new Body.Rows.Values(
                objects.stream().map(each -> values(scope, each, columns)).toList());
    }

    /** An insert of no rows, which still answers. */
    private Select nothing(SequencedSet<Column> columns) {
        var items = new ArrayList<Item>();
        columns.forEach(each -> items.add(new Item(Expr.NULL, each.name().value())));
        rule.presets()
                .keySet()
                .forEach(each -> items.add(new Item(Expr.NULL, each.name().value())));
        if (items.isEmpty()) {
            table.columns().stream()
                    .findFirst()
                    .ifPresent(each -> items.add(new Item(Expr.NULL, each.name().value())));
        }
        return Select.of(items).withWhere(Expr.FALSE);
    }

    /** VALUES needs a column to leave to its default. */
    private Body.Rows defaults(int rows) {
        return new Body.Rows.Values(Collections.nCopies(rows, List.of(new Expr.Default())));
    }

    private static boolean alike(List<Input.Fields> objects, SequencedSet<Column> columns) {
        return objects.stream().allMatch(each -> each.of().size() == columns.size());
    }

    private Select recordSet(StatementScope scope, Input.Fields first, ValueSource source) {
        var rows = scope.alias();
        var typed = new ArrayList<From.TypedColumn>();
        var items = new ArrayList<Item>();
        first.of().forEach((name, entry) -> {
            var column = column(entry);
            typed.add(new From.TypedColumn(name, Casts.name(column.type().pg())));
            items.add(new Item(new Expr.Column(rows, name), column.name().value()));
        });
        rule.presets()
                .forEach((column, preset) -> items.add(new Item(
                        new ColumnInputs(scope).preset(column, preset),
                        column.name().value())));
        var json = new Expr.Cast(scope.json(source, null, Path.ROOT), TypeName.JSON);
        return Select.of(items).withFrom(new From.JsonRows(json, rows, typed));
    }

    private List<Expr> values(StatementScope scope, Input.Fields object, SequencedSet<Column> columns) {
        var inputs = new ColumnInputs(scope);
        var values = new ArrayList<Expr>();
        for (var column : columns) {
            var given = object.of().get(column.field());
            values.add(given == null ? new Expr.Default() : inputs.value(column, given.value()));
        }
        rule.presets().forEach((column, preset) -> values.add(inputs.preset(column, preset)));
        return values;
    }

    private Body.OnConflict conflict(StatementScope scope, Access access, Input.Fields input, Access.Rows target) {
        if (updates == null) {
            throw new IllegalStateException("role " + statements.role() + " may not update " + table);
        }
        var constraint = input.of().get(ArgumentName.CONSTRAINT.wire());
        var assignments = new ArrayList<Body.Assignment>();
        for (var each : ((Input.Items) required(input, ArgumentName.UPDATE_COLUMNS)).of()) {
            var name = table.findField(((Input.EnumName) each).name())
                    .map(column -> column.name().value())
                    .orElseThrow(() -> ApiException.validation(input.path(), "erroneous column name"));
            assignments.add(new Body.Assignment(name, new Expr.Excluded(name)));
        }
        var where = access.filter(updates.filter(), target.alias());
        var given = input.of().get(ArgumentName.WHERE.wire());
        if (given != null && !given.value().isNull()) {
            where = Expr.and(where, access.where(WhereReader.read(given.value()), target.alias()));
        }
        if (!assignments.isEmpty()) {
            updates.presets()
                    .forEach((column, preset) -> assignments.add(new Body.Assignment(
                            column.name().value(), new ColumnInputs(scope).preset(column, preset))));
        }
        return new Body.OnConflict(
                constraint == null ? null : ((Input.EnumName) constraint.value()).name(), assignments, where);
    }

    private static Input required(Input.Fields input, ArgumentName name) {
        var entry = input.of().get(name.wire());
        if (entry == null) {
            throw new IllegalStateException("binding asks for " + name.wire());
        }
        return entry.value();
    }

    /** A row that was updated instead of inserted has an xmax; it stands under the update permission's check. */
    private Expr check(Access access, Alias target, Body.@Nullable OnConflict conflict) {
        var inserted = access.filter(rule.check(), target);
        if (conflict == null || conflict.assignments().isEmpty() || updates == null) {
            return inserted;
        }
        if (updates.check().equals(rule.check())) {
            return inserted;
        }
        var isNew = Expr.equal(new Expr.Cast(new Expr.Column(target, "xmax"), TypeName.TEXT), new Expr.Text("0"));
        return new Expr.Case(isNew, inserted, access.filter(updates.check(), target));
    }
}
