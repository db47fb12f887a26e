package dev.dovetail.planner;

import dev.dovetail.model.Column;
import dev.dovetail.model.Condition;
import dev.dovetail.operation.Input;
import dev.dovetail.schema.InputMeaning;
import java.util.ArrayList;
import java.util.List;

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
            case InputMeaning.ColumnFilter(var column) -> {
                var parts = new ArrayList<Condition>();
                for (var operator : ((Input.Fields) value).of().values()) {
                    parts.add(comparison(column, operator));
                }
                yield parts.size() == 1 ? parts.getFirst() : new Condition.And(parts);
            }
            case InputMeaning.RelatedFilter(var relationship) -> new Condition.Related(relationship, read(value));
            case InputMeaning other -> throw new IllegalStateException("no part of a boolean expression: " + other);
        };
    }

    private static Condition comparison(Column column, Input.Entry operator) {
        var operand = Nulls.present(operator);
        if (operator.meaning() instanceof InputMeaning.Operator(var comparison)) {
            return new Condition.Compare(column, comparison, operand.source());
        }
        var parts = new ArrayList<Condition>();
        for (var cast : ((Input.Fields) operand).of().values()) {
            for (var each : ((Input.Fields) Nulls.present(cast)).of().values()) {
                var comparison = ((InputMeaning.Operator) each.meaning()).comparison();
                parts.add(new Condition.CompareText(
                        column, comparison, Nulls.present(each).source()));
            }
        }
        return new Condition.And(parts);
    }

    private static List<Condition> each(Input input) {
        return ((Input.Items) input).of().stream().map(WhereReader::read).toList();
    }
}
