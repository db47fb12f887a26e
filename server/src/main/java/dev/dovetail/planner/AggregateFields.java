package dev.dovetail.planner;

import dev.dovetail.model.Table;
import dev.dovetail.operation.BoundField;
import dev.dovetail.operation.Input;
import dev.dovetail.schema.ArgumentName;
import dev.dovetail.schema.FieldMeaning;
import dev.dovetail.sql.Expr;
import java.util.ArrayList;
import java.util.List;

/** What stands under {@code aggregate}: counts, and functions over columns and computed fields. */
final class AggregateFields {
    private final PlannerOptions options;
    private final RoutineCalls routines;

    AggregateFields(PlannerOptions options, RoutineCalls routines) {
        this.options = options;
        this.routines = routines;
    }

    List<JsonShape.Field> of(Table table, List<BoundField> fields, RowSource rows) {
        var built = new ArrayList<JsonShape.Field>();
        for (var field : fields) {
            var value = switch (field.meaning()) {
                case FieldMeaning.Count() -> count(table, field, rows);
                case FieldMeaning.AggregateFunction(var function) ->
                    JsonShape.text(functionColumns(function, field.fields(), rows));
                case FieldMeaning.TypeName(var name) -> RowSelect.typeName(name);
                case FieldMeaning other -> throw new IllegalStateException("no aggregate: " + other);
            };
            built.add(new JsonShape.Field(field.key(), value));
        }
        return built;
    }

    /** Whether no value is asked for: then there is nothing that would make one row of many. */
    static boolean onlyNames(List<BoundField> fields) {
        return fields.stream()
                .allMatch(field -> field.meaning() instanceof FieldMeaning.TypeName
                        || (field.meaning() instanceof FieldMeaning.AggregateFunction && onlyNames(field.fields())));
    }

    private List<JsonShape.Field> functionColumns(String function, List<BoundField> fields, RowSource rows) {
        var built = new ArrayList<JsonShape.Field>();
        for (var field : fields) {
            var value = switch (field.meaning()) {
                case FieldMeaning.AggregatedColumn(var column) ->
                    Casts.told(
                            column.type(),
                            Aggregates.call(function, column.type(), rows.column(column.name())),
                            options);
                case FieldMeaning.ComputedValue(var computed, var type) -> {
                    var each = routines.call(computed.routine(), field, rows::whole);
                    yield Casts.told(type, Aggregates.call(function, type, each), options);
                }
                case FieldMeaning.TypeName(var name) -> RowSelect.typeName(name);
                case FieldMeaning other -> throw new IllegalStateException("no aggregate: " + other);
            };
            built.add(new JsonShape.Field(field.key(), value));
        }
        return built;
    }

    private static Expr count(Table table, BoundField field, RowSource rows) {
        var distinct = field.argument(ArgumentName.DISTINCT)
                .map(each -> each.json().asBoolean(false))
                .orElse(false);
        var columns = field.argument(ArgumentName.COLUMNS).map(Input::enumNames).orElse(List.of());
        if (columns.isEmpty()) {
            return Expr.aggregate("count");
        }
        var values = columns.stream()
                .map(name -> rows.column(table.findField(name).orElseThrow().name()))
                .toList();
        var counted = values.size() == 1 ? values.getFirst() : new Expr.RowOf(values);
        return new Expr.Aggregate("count", distinct, List.of(counted), List.of(), null);
    }
}
