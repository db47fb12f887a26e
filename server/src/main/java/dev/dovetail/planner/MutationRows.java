package dev.dovetail.planner;

import dev.dovetail.model.Table;
import dev.dovetail.operation.BoundField;
import dev.dovetail.plan.SqlCall;
import dev.dovetail.schema.FieldMeaning;
import dev.dovetail.sql.Alias;
import dev.dovetail.sql.Body;
import dev.dovetail.sql.Expr;
import dev.dovetail.sql.From;
import dev.dovetail.sql.Item;
import dev.dovetail.sql.Operator;
import dev.dovetail.sql.Order;
import dev.dovetail.sql.Select;
import dev.dovetail.sql.Statement;
import dev.dovetail.sql.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The answer of a mutation: the rows it touched, cut to what the client asked for. They are not filtered again; what is
 * related to them is read as the role reads it. Parts of one statement do not see each other's rows, so an answer with
 * related rows or computed fields is told by a second statement of the same transaction, which gets the touched rows
 * back as they were returned.
 */
final class MutationRows {
    /** The column that says whether a touched row fulfils its permission's check. */
    static final String CHECK = ".check";

    private static final String ROW = ".row";
    private static final String NUMBER = ".number";
    static final String ROWS = "rows";
    static final String AFFECTED = "affected";

    private final StatementFactory statements;
    private final Table table;
    private final BoundField field;
    private final boolean single;
    private final Joins joins;

    /** @param single whether the field answers one row instead of a response with {@code returning} */
    MutationRows(StatementFactory statements, Table table, BoundField field, boolean single, Joins joins) {
        this.statements = statements;
        this.table = table;
        this.field = field;
        this.single = single;
        this.joins = joins;
    }

    /** Makes one writing statement. */
    interface Writing {
        Write in(StatementScope scope);
    }

    /**
     * A writing statement.
     *
     * @param body the writing part, given what it shall return
     * @param check what every touched row must fulfil
     */
    record Write(Function<List<Item>, Body> body, Expr check, Alias target) {}

    /** The statements of the mutation. */
    List<SqlCall> calls(List<Writing> parts) {
        if (parts.size() == 1 && !needsSecondRead()) {
            return List.of(inOne(parts.getFirst()));
        }
        var calls = new ArrayList<SqlCall>();
        parts.forEach(each -> calls.add(first(each)));
        calls.add(last(parts.size()));
        return calls;
    }

    private SqlCall inOne(Writing writing) {
        var scope = statements.scope();
        var write = writing.in(scope);
        var touched = scope.alias();
        var rows = new RowSource(touched);
        var from = new From.CteRef(touched, touched);
        Supplier<Expr> affected = () -> new Expr.Subselect(
                Select.of(new Item(Expr.aggregate("count"), AFFECTED)).withFrom(from));
        var answer = answer(scope, rows, from, affected, List.of());
        var returning = new ArrayList<Item>();
        for (var column : rows.used()) {
            returning.add(new Item(new Expr.Column(write.target(), column.value()), column.value()));
        }
        return finish(scope, write, returning, answer, touched);
    }

    /** One whose rows are told by {@link #last}. */
    private SqlCall first(Writing writing) {
        var scope = statements.scope();
        var write = writing.in(scope);
        var touched = scope.alias();
        var row = new Item(wholeRow(table, write.target()), ROW);
        var rows = new Expr.Cast(Expr.aggregate("array_agg", new Expr.Column(touched, ROW)), TypeName.TEXT);
        var handedOn = JsonShape.text(List.of(
                new JsonShape.Field(AFFECTED, new Expr.Cast(Expr.aggregate("count"), TypeName.TEXT)),
                new JsonShape.Field(ROWS, Expr.call("coalesce", rows, new Expr.Text("{}")))));
        var all = new Expr.Subselect(Select.of(new Item(handedOn, "json")).withFrom(new From.CteRef(touched, touched)));
        return finish(scope, write, List.of(row), all, touched);
    }

    /** The statement that writes, returns and then answers, unless a row fails its check. */
    static SqlCall finish(StatementScope scope, Write write, List<Item> returned, Expr answer, Alias touched) {
        var returning = new ArrayList<>(returned);
        returning.add(new Item(Expr.call("coalesce", write.check(), Expr.FALSE), CHECK));
        var json = write.check().equals(Expr.TRUE) ? answer : Envelope.checked(answer, touched);
        var cte = new Statement.Cte(touched, write.body().apply(returning));
        return scope.finish(new Statement(List.of(cte), Envelope.ofWriting(Select.of(new Item(json, "json")), scope)));
    }

    /**
     * Tells the rows that earlier statements returned, as they returned them; what is related to them is read now.
     *
     * @param earlier how many statements answered {@code affected} and {@code rows}
     */
    SqlCall last(int earlier) {
        var scope = statements.scope();
        var again = scope.alias();
        Expr array = array(scope, 0);
        for (var call = 1; call < earlier; call++) {
            array = new Expr.Binary(array, Operator.CONCAT, array(scope, call));
        }
        var columns = new ArrayList<String>();
        table.info().columns().forEach(each -> columns.add(each.name().value()));
        columns.add(NUMBER);
        var from = new From.Function(Expr.call("unnest", array), again, columns);
        // Made only where it is asked for: Postgres refuses a value for a parameter that the statement does not have
        Supplier<Expr> affected = () -> {
            var sum = affected(scope, 0);
            for (var call = 1; call < earlier; call++) {
                sum = new Expr.Binary(sum, Operator.PLUS, affected(scope, call));
            }
            return sum;
        };
        var order = List.of(new Order(new Expr.Column(again, NUMBER), false, false));
        var answer = answer(scope, new RowSource(again, numbered(again)), from, affected, order);
        return scope.finish(Statement.of(Envelope.of(Select.of(new Item(answer, "json")), scope)));
    }

    private Expr array(StatementScope scope, int call) {
        return new Expr.CastArray(scope.fromCall(call, ROWS), Casts.rowOf(table));
    }

    private static Expr affected(StatementScope scope, int call) {
        return new Expr.Cast(scope.fromCall(call, AFFECTED), TypeName.INT8);
    }

    /** A row as a value of its table's type. */
    static Expr wholeRow(Table table, Alias row) {
        return new Expr.Cast(new Expr.WholeRow(row), Casts.rowOf(table));
    }

    /** The row without its number. */
    private Expr numbered(Alias from) {
        var columns = table.info().columns().stream()
                .<Expr>map(column -> new Expr.Column(from, column.name().value()))
                .toList();
        return new Expr.Cast(new Expr.RowOf(columns), Casts.rowOf(table));
    }

    private Expr answer(StatementScope scope, RowSource rows, From from, Supplier<Expr> affected, List<Order> order) {
        var select = statements.rowSelect(scope, joins);
        var path = List.of(field.key());
        if (single) {
            var row = new Expr.Subselect(one(scope, select, rows, from, path));
            return Expr.call("coalesce", row, new Expr.Cast(new Expr.Text("null"), TypeName.JSON));
        }
        var fields = new ArrayList<JsonShape.Field>();
        for (var each : field.fields()) {
            var value = switch (each.meaning()) {
                case FieldMeaning.AffectedRows() -> affected.get();
                case FieldMeaning.Returning() ->
                    new Expr.Subselect(list(scope, select, each, rows, from, order, Joins.within(path, each.key())));
                case FieldMeaning.TypeName(var name) -> RowSelect.typeName(name);
                case FieldMeaning other -> throw new IllegalStateException("no field of a mutation's answer: " + other);
            };
            fields.add(new JsonShape.Field(each.key(), value));
        }
        return JsonShape.text(fields);
    }

    private Select one(StatementScope scope, RowSelect select, RowSource rows, From from, List<String> path) {
        var object = select.object(field.fields(), rows, path);
        var built = JsonShape.object(object.fields(), object.joined(from), scope.alias());
        return Select.of(new Item(built.json(), "json")).withFrom(built.from()).withLimit(new Expr.Int(1));
    }

    private Select list(
            StatementScope scope,
            RowSelect select,
            BoundField returning,
            RowSource rows,
            From from,
            List<Order> order,
            List<String> path) {
        var object = select.object(returning.fields(), rows, path);
        var built = JsonShape.object(object.fields(), object.joined(from), scope.alias());
        return Select.of(new Item(JsonShape.list(built.json(), order), "json")).withFrom(built.from());
    }

    private boolean needsSecondRead() {
        return single
                ? holdsRelated(field.fields())
                : field.fields().stream()
                        .filter(each -> each.meaning() instanceof FieldMeaning.Returning)
                        .anyMatch(each -> holdsRelated(each.fields()));
    }

    private static boolean holdsRelated(List<BoundField> fields) {
        return fields.stream().anyMatch(each -> switch (each.meaning()) {
            case FieldMeaning.Related _,
                    FieldMeaning.RelatedAggregate _,
                    FieldMeaning.RelatedGroups _,
                    FieldMeaning.RelatedNative _,
                    FieldMeaning.ComputedValue _,
                    FieldMeaning.ComputedRows _ -> true;
            default -> false;
        });
    }
}
