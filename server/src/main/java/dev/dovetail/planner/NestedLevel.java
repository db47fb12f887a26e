package dev.dovetail.planner;

import dev.dovetail.catalog.ColumnInfo;
import dev.dovetail.catalog.PgType;
import dev.dovetail.model.Relationship;
import dev.dovetail.model.Table;
import dev.dovetail.name.ColumnName;
import dev.dovetail.operation.Input;
import dev.dovetail.plan.InsertLevel;
import dev.dovetail.plan.SlotValue;
import dev.dovetail.sql.Alias;
import dev.dovetail.sql.Body;
import dev.dovetail.sql.Expr;
import dev.dovetail.sql.From;
import dev.dovetail.sql.Item;
import dev.dovetail.sql.Select;
import dev.dovetail.sql.TypeName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Grows while the rows of a nested insert are walked: which statements a level needs, and what they must return. */
final class NestedLevel {
    private final StatementFactory statements;
    private final Table table;
    private final InsertRights rights;
    private final boolean root;
    private final SequencedMap<Form, Integer> forms = new LinkedHashMap<>();
    private final SequencedMap<String, Child> children = new LinkedHashMap<>();
    private final SequencedSet<ColumnName> handedOn = new LinkedHashSet<>();

    NestedLevel(StatementFactory statements, Table table, boolean root) {
        this.statements = statements;
        this.table = table;
        this.rights = InsertRights.of(table, statements.role());
        this.root = root;
    }

    private record Form(
            SequencedSet<ColumnName> columns, @Nullable Conflict conflict) {}

    private record Child(int number, Relationship relationship, boolean before, NestedLevel level) {}

    SequencedSet<ColumnName> presets() {
        return rights.inserts().presets().keySet().stream()
                .map(column -> column.name())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The number of the statement for rows with these columns. */
    int form(Collection<ColumnName> given, Collection<ColumnName> determined, @Nullable Conflict conflict) {
        var columns = new LinkedHashSet<>(given);
        columns.addAll(determined);
        return forms.computeIfAbsent(new Form(columns, conflict), _ -> forms.size());
    }

    /** The number of the link to the rows under a relationship. */
    int link(Relationship relationship, boolean before) {
        var child = children.computeIfAbsent(relationship.field(), _ -> {
            var level = new NestedLevel(statements, relationship.target().get(), false);
            if (before) {
                level.handedOn.addAll(relationship.mapping().values());
            } else {
                handedOn.addAll(relationship.mapping().keySet());
            }
            return new Child(children.size(), relationship, before, level);
        });
        return child.number();
    }

    NestedLevel within(int link) {
        return children.values().stream()
                .filter(each -> each.number() == link)
                .findFirst()
                .orElseThrow()
                .level();
    }

    SequencedMap<ColumnName, SlotValue> values(SequencedMap<ColumnName, Input> given) {
        var values = new LinkedHashMap<ColumnName, SlotValue>();
        given.forEach((name, input) -> {
            var json = table.column(name).type().isJson() || input instanceof Input.Fields;
            var rule = input instanceof Input.Scalar scalar ? scalar.rule() : null;
            var encoding = json ? SlotValue.Encoding.JSON : SlotValue.Encoding.TEXT;
            values.put(name, new SlotValue(input.source(), encoding, rule, input.path()));
        });
        return values;
    }

    InsertLevel finish() {
        return new InsertLevel(
                forms.keySet().stream().map(this::form).toList(),
                children.values().stream().map(this::link).toList());
    }

    private InsertLevel.Link link(Child child) {
        var relationship = child.relationship();
        var from = child.before() ? child.level().table : table;
        var into = child.before() ? this : child.level();
        var preset = into.presets();
        var handed = new LinkedHashMap<ColumnName, ColumnName>();
        relationship.mapping().forEach((ours, theirs) -> {
            var source = child.before() ? theirs : ours;
            var target = child.before() ? ours : theirs;
            // What a permission presets stands above everything, as in the reference
            if (!preset.contains(target)) {
                handed.put(target, source);
            }
        });
        var what = child.before() ? "object relation \"" + relationship.field() + "\"" : "array relations";
        var refusal = "cannot proceed to insert " + what + " since insert to table \""
                + from.name().display() + "\" affects zero rows";
        return new InsertLevel.Link(relationship.field(), child.level().finish(), child.before(), handed, refusal);
    }

    private InsertLevel.Form form(Form form) {
        var scope = statements.scope();
        var access = new Access(scope);
        var target = access.target(table, null);
        var touched = scope.alias();
        var many = !form.columns().isEmpty();
        var columns = new ArrayList<String>();
        form.columns().forEach(each -> columns.add(each.value()));
        rights.inserts()
                .presets()
                .keySet()
                .forEach(each -> columns.add(each.name().value()));
        var rows = rows(scope, form.columns());
        var conflict = rights.conflict(scope, access, form.conflict(), target.alias());
        var write = new MutationRows.Write(
                returning -> new Body.Insert(target.from(), columns, rows, conflict, returning),
                rights.check(access, form.conflict(), target.alias()),
                target.alias());
        var returned = returned(write);
        var call = MutationRows.finish(scope, write, returned, answer(scope, returned, touched), touched);
        return new InsertLevel.Form(call, many);
    }

    private Body.Rows rows(StatementScope scope, SequencedSet<ColumnName> columns) {
        var inputs = new ColumnInputs(scope);
        var presets = new ArrayList<Item>();
        rights.inserts()
                .presets()
                .forEach((column, preset) -> presets.add(
                        new Item(inputs.preset(column, preset), column.name().value())));
        if (columns.isEmpty()) {
            return presets.isEmpty() ? new Body.Rows.AllDefault() : new Body.Rows.Selected(Select.of(presets));
        }
        var given = scope.alias();
        var typed = new ArrayList<From.TypedColumn>();
        var items = new ArrayList<Item>();
        for (var column : columns) {
            var type = type(column);
            typed.add(new From.TypedColumn(column.value(), Casts.inRecord(type)));
            items.add(new Item(Casts.fromRecord(new Expr.Column(given, column.value()), type), column.value()));
        }
        items.addAll(presets);
        var json = new Expr.Cast(scope.insertRows(), TypeName.JSON);
        return new Body.Rows.Selected(Select.of(items).withFrom(new From.JsonRows(json, given, typed)));
    }

    /** Of columns without a GraphQL name, too: a relationship may hand them on. */
    private PgType type(ColumnName name) {
        return table.info().columns().stream()
                .filter(each -> each.name().equals(name))
                .map(ColumnInfo::type)
                .findFirst()
                .orElseThrow();
    }

    private List<Item> returned(MutationRows.Write write) {
        var items = new ArrayList<Item>();
        if (root) {
            items.add(new Item(
                    new Expr.Cast(MutationRows.wholeRow(table, write.target()), TypeName.TEXT), InsertLevel.WHOLE_ROW));
        }
        for (var column : handedOn) {
            var value = new Expr.Column(write.target(), column.value());
            var type = Casts.name(type(column));
            var isJson = type.equals(TypeName.JSON) || type.equals(TypeName.JSONB);
            items.add(new Item(isJson ? value : new Expr.Cast(value, TypeName.TEXT), column.value()));
        }
        return items;
    }

    private static Expr answer(StatementScope scope, List<Item> returned, Alias touched) {
        var from = new From.CteRef(touched, touched);
        var fields = new ArrayList<JsonShape.Field>();
        fields.add(new JsonShape.Field(MutationRows.AFFECTED, new Expr.Cast(Expr.aggregate("count"), TypeName.TEXT)));
        if (returned.isEmpty()) {
            return new Expr.Subselect(
                    Select.of(new Item(JsonShape.text(fields), "json")).withFrom(from));
        }
        var row = scope.alias();
        var items = returned.stream()
                .map(each -> new Item(new Expr.Column(touched, each.name()), each.name()))
                .toList();
        var one = new From.Join(from, From.Join.Kind.INNER, new From.Subselect(Select.of(items), row, true), Expr.TRUE);
        fields.add(new JsonShape.Field(
                MutationRows.ROWS, JsonShape.list(Expr.call("row_to_json", new Expr.WholeRow(row)), List.of())));
        return new Expr.Subselect(
                Select.of(new Item(JsonShape.text(fields), "json")).withFrom(one));
    }
}
