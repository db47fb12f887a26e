package dev.dovetail.planner;

import dev.dovetail.model.Comparison;
import dev.dovetail.model.Condition;
import dev.dovetail.model.ValueSource;
import dev.dovetail.operation.Input;
import dev.dovetail.schema.ArgumentName;
import dev.dovetail.schema.InputMeaning;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;

/** A client's {@code where} as a condition. */
final class WhereReader {
    private WhereReader() {}

    static Condition read(Input input) {
        return switch (input) {
            case Input.Null _ -> Condition.ALWAYS;
            case Input.Fields fields -> object(fields);
            case Input.Scalar _, Input.EnumName _, Input.Items _ ->
                throw new IllegalStateException("a boolean expression is an object");
        };
    }

    private static Condition object(Input.Fields fields) {
        var parts = new ArrayList<Condition>();
        fields.of().values().forEach(entry -> parts.add(part(entry)));
        return parts.size() == 1 ? parts.getFirst() : new Condition.And(parts);
    }

    private static Condition part(Input.Entry entry) {
        var value = Nulls.present(entry);
        return switch (entry.meaning()) {
            case InputMeaning.AndAll() -> new Condition.And(each(value));
            case InputMeaning.OrAny() -> new Condition.Or(each(value));
            case InputMeaning.Negation() -> new Condition.Not(read(value));
            case InputMeaning.ColumnFilter(var column) -> comparisons(new Condition.Operand.OfColumn(column), value);
            case InputMeaning.ComputedValueFilter(var computed, var type) ->
                comparisons(new Condition.Operand.OfComputed(computed, type), value);
            case InputMeaning.ComputedRowsFilter(var computed, var rows) ->
                new Condition.Computed(computed, rows, read(value));
            case InputMeaning.AggregateFilter(var relationship) ->
                AggregatePredicates.read(relationship, (Input.Fields) value);
            case InputMeaning.RelatedFilter(var relationship) -> new Condition.Related(relationship, read(value));
            case InputMeaning other -> throw new IllegalStateException("no part of a boolean expression: " + other);
        };
    }

    static Condition comparisons(Condition.Operand left, Input operators) {
        var parts = new ArrayList<Condition>();
        for (var operator : ((Input.Fields) operators).of().values()) {
            parts.add(comparison(left, operator));
        }
        return parts.size() == 1 ? parts.getFirst() : new Condition.And(parts);
    }

    private static Condition comparison(Condition.Operand left, Input.Entry operator) {
        var operand = Nulls.present(operator);
        return switch (operator.meaning()) {
            case InputMeaning.Operator(var comparison) ->
                comparison.isNearness()
                        ? near(left, comparison, (Input.Fields) operand)
                        : new Condition.Compare(left, comparison, operand.source());
            case InputMeaning.Cast() -> comparisons(left, operand);
            case InputMeaning.AtPath() -> atPath(left, (Input.Fields) operand);
            case InputMeaning.CastTo(var type) -> comparisons(new Condition.Operand.Cast(left, type), operand);
            case InputMeaning other -> throw new IllegalStateException("no operator: " + other);
        };
    }

    private static Condition atPath(Condition.Operand jsonb, Input.Fields given) {
        var path =
                Objects.requireNonNull(given.of().get(ArgumentName.PATH.wire())).value();
        var parts = new ArrayList<Condition>();
        for (var entry : given.of().values()) {
            if (entry.meaning() instanceof InputMeaning.CastTo(var type)) {
                var at = new Condition.Operand.AtPath(jsonb, path.source(), path.path(), type);
                parts.add(comparisons(at, Nulls.present(entry)));
            }
        }
        return new Condition.And(parts);
    }

    private static Condition near(Condition.Operand left, Comparison comparison, Input.Fields given) {
        var parts = new EnumMap<InputMeaning.Nearness.Part, ValueSource>(InputMeaning.Nearness.Part.class);
        for (var entry : given.of().values()) {
            parts.put(
                    ((InputMeaning.Nearness) entry.meaning()).part(),
                    Nulls.present(entry).source());
        }
        return new Condition.Near(
                left,
                comparison,
                Objects.requireNonNull(parts.get(InputMeaning.Nearness.Part.DISTANCE)),
                Objects.requireNonNull(parts.get(InputMeaning.Nearness.Part.FROM)),
                parts.get(InputMeaning.Nearness.Part.USE_SPHEROID));
    }

    private static List<Condition> each(Input input) {
        return ((Input.Items) input).of().stream().map(WhereReader::read).toList();
    }
}
