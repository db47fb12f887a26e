package dev.dovetail.planner;

import dev.dovetail.model.Condition;
import dev.dovetail.model.Table;
import dev.dovetail.operation.Input;
import dev.dovetail.schema.InputMeaning;
import java.util.ArrayList;
import java.util.List;

/** A client's {@code having}: {@code {count: {predicate: {_gt: 3}}, sum: {price: {_lt: 100}}}} as a condition. */
final class GroupConditions {
    private GroupConditions() {}

    static Condition read(Input input, Table table) {
        return switch (input) {
            case Input.Null _ -> Condition.ALWAYS;
            case Input.Fields fields ->
                new Condition.And(fields.of().values().stream()
                        .map(entry -> part(entry, table))
                        .toList());
            case Input.Scalar _, Input.EnumName _, Input.Items _ ->
                throw new IllegalStateException("a condition on groups is an object");
        };
    }

    private static Condition part(Input.Entry entry, Table table) {
        var value = Nulls.present(entry);
        return switch (entry.meaning()) {
            case InputMeaning.AndAll() -> new Condition.And(each(value, table));
            case InputMeaning.OrAny() -> new Condition.Or(each(value, table));
            case InputMeaning.Negation() -> new Condition.Not(read(value, table));
            case InputMeaning.HavingCount() -> AggregatePredicates.ofGroup((Input.Fields) value, table);
            case InputMeaning.HavingFunction(var function) -> function(function, (Input.Fields) value);
            case InputMeaning other -> throw new IllegalStateException("no condition on a group: " + other);
        };
    }

    private static List<Condition> each(Input input, Table table) {
        return ((Input.Items) input)
                .of().stream().map(each -> read(each, table)).toList();
    }

    private static Condition function(String function, Input.Fields columns) {
        var parts = new ArrayList<Condition>();
        for (var entry : columns.of().values()) {
            var having = (InputMeaning.HavingColumn) entry.meaning();
            var operand = new Condition.Operand.OfGroup(function, List.of(having.column()), false, having.type());
            parts.add(WhereReader.comparisons(operand, Nulls.present(entry)));
        }
        return new Condition.And(parts);
    }
}
