package dev.dovetail.planner;

import dev.dovetail.error.Path;
import dev.dovetail.model.Column;
import dev.dovetail.model.Table;
import dev.dovetail.model.ValueSource;
import dev.dovetail.operation.BoundField;
import dev.dovetail.operation.Input;
import dev.dovetail.plan.Step;
import dev.dovetail.schema.ArgumentName;
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
 * number does not change the statement; rows that differ become VALUES with DEFAULT, in as many statements as
 * Postgres's bound on parameters asks for. Rows with related rows are {@link NestedInserts}.
 */
final class InsertPlanner {
    /** Postgres takes 65,535 parameters; some are left for presets and the conflict clause. */
    static final int VALUES_MAX = 60_000;

    private final StatementFactory statements;
    private final Table table;
    private final InsertRights rights;

    InsertPlanner(StatementFactory statements, Table table) {
        this.statements = statements;
        this.table = table;
        this.rights = InsertRights.of(table, statements.role());
    }

    Step many(BoundField field) {
        var given = field.argument(ArgumentName.OBJECTS).orElseThrow();
        var objects = ((Input.Items) given)
                .of().stream().map(each -> (Input.Fields) each).toList();
        if (objects.stream().anyMatch(NestedInserts::hasRelated)) {
            return new NestedInserts(statements, table).step(field, objects, given.path(), false);
        }
        return flat(field, objects, given, false);
    }

    Step one(BoundField field) {
        var object = (Input.Fields) field.argument(ArgumentName.OBJECT).orElseThrow();
        if (NestedInserts.hasRelated(object)) {
            return new NestedInserts(statements, table).step(field, List.of(object), object.path(), true);
        }
        return flat(field, List.of(object), object, true);
    }

    private Step flat(BoundField field, List<Input.Fields> objects, Input given, boolean single) {
        var joins = new Joins();
        var conflict = Conflict.read(field.argument(ArgumentName.ON_CONFLICT).orElse(null), table);
        var columns = columns(objects);
        var alike = !single && objects.size() > 1 && !columns.isEmpty() && alike(objects, columns);
        var parts = new ArrayList<MutationRows.Writing>();
        if (objects.isEmpty()) {
            parts.add(this::nothing);
        } else if (alike) {
            parts.add(writing(conflict, columns, scope -> recordSet(scope, objects.getFirst(), given.source())));
        } else {
            for (var part : parts(objects, columns.size())) {
                parts.add(writing(conflict, columns, scope -> rows(scope, part, columns)));
            }
        }
        var calls = new MutationRows(statements, table, field, single, joins).calls(parts);
        return new Step.SqlMutation(table.source(), field.key(), calls, joins.tree(), given.path());
    }

    private interface RowsMaker {
        Body.Rows in(StatementScope scope);
    }

    private MutationRows.Writing writing(
            @Nullable Conflict conflict, SequencedSet<Column> columns, RowsMaker rowsMaker) {
        return scope -> {
            var access = new Access(scope);
            var target = access.target(table, null);
            var rows = rowsMaker.in(scope);
            var names = names(columns, rows);
            var onConflict = rights.conflict(scope, access, conflict, target.alias());
            return new MutationRows.Write(
                    returning -> new Body.Insert(target.from(), names, rows, onConflict, returning),
                    rights.check(access, conflict, target.alias()),
                    target.alias());
        };
    }

    private static List<List<Input.Fields>> parts(List<Input.Fields> objects, int columns) {
        var size = Math.max(1, VALUES_MAX / Math.max(1, columns));
        var parts = new ArrayList<List<Input.Fields>>();
        for (var from = 0; from < objects.size(); from += size) {
            parts.add(objects.subList(from, Math.min(objects.size(), from + size)));
        }
        return parts;
    }

    private List<String> names(SequencedSet<Column> columns, Body.Rows rows) {
        var names = new ArrayList<String>();
        if (columns.isEmpty() && rights.inserts().presets().isEmpty() && !(rows instanceof Body.Rows.AllDefault)) {
            names.add(table.info().columns().getFirst().name().value());
        }
        columns.forEach(each -> names.add(each.name().value()));
        rights.inserts()
                .presets()
                .keySet()
                .forEach(each -> names.add(each.name().value()));
        return names;
    }

    /** All columns that some row gives, in the order in which they come. */
    private static SequencedSet<Column> columns(List<Input.Fields> objects) {
        var columns = new LinkedHashSet<Column>();
        objects.forEach(object -> columns.addAll(NestedInserts.columns(object).keySet()));
        return columns;
    }

    private Body.Rows rows(StatementScope scope, List<Input.Fields> objects, SequencedSet<Column> columns) {
        if (columns.isEmpty() && rights.inserts().presets().isEmpty()) {
            return objects.size() == 1 ? new Body.Rows.AllDefault() : defaults(objects.size());
        }
        return new Body.Rows.Values(
                objects.stream().map(each -> values(scope, each, columns)).toList());
    }

    /** An insert of no rows, which still answers. It names no column: there may be none that takes a value. */
    private MutationRows.Write nothing(StatementScope scope) {
        var target = new Access(scope).target(table, null);
        var none = new Body.Rows.Selected(Select.of().withWhere(Expr.FALSE));
        return new MutationRows.Write(
                returning -> new Body.Insert(target.from(), List.of(), none, null, returning),
                Expr.TRUE,
                target.alias());
    }

    /** VALUES needs a column to leave to its default. */
    private static Body.Rows defaults(int rows) {
        return new Body.Rows.Values(Collections.nCopies(rows, List.of(new Expr.Default())));
    }

    private static boolean alike(List<Input.Fields> objects, SequencedSet<Column> columns) {
        return objects.stream()
                .allMatch(each -> columns.stream().allMatch(column -> each.of().containsKey(column.field())));
    }

    private Body.Rows recordSet(StatementScope scope, Input.Fields first, ValueSource source) {
        var rows = scope.alias();
        var typed = new ArrayList<From.TypedColumn>();
        var items = new ArrayList<Item>();
        for (var column : NestedInserts.columns(first).keySet()) {
            typed.add(new From.TypedColumn(
                    column.field(), Casts.inRecord(column.type().pg())));
            var value = new Expr.Column(rows, column.field());
            items.add(new Item(
                    Casts.fromRecord(value, column.type().pg()), column.name().value()));
        }
        rights.inserts()
                .presets()
                .forEach((column, preset) -> items.add(new Item(
                        new ColumnInputs(scope).preset(column, preset),
                        column.name().value())));
        var json = new Expr.Cast(scope.json(source, null, Path.ROOT), TypeName.JSON);
        return new Body.Rows.Selected(Select.of(items).withFrom(new From.JsonRows(json, rows, typed)));
    }

    private List<Expr> values(StatementScope scope, Input.Fields object, SequencedSet<Column> columns) {
        var inputs = new ColumnInputs(scope);
        var values = new ArrayList<Expr>();
        for (var column : columns) {
            var given = object.of().get(column.field());
            values.add(given == null ? new Expr.Default() : inputs.value(column, given.value()));
        }
        rights.inserts().presets().forEach((column, preset) -> values.add(inputs.preset(column, preset)));
        return values;
    }
}
