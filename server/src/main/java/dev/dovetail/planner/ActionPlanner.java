package dev.dovetail.planner;

import dev.dovetail.error.ApiException;
import dev.dovetail.model.Action;
import dev.dovetail.model.CustomType;
import dev.dovetail.operation.BoundField;
import dev.dovetail.plan.ActionInput;
import dev.dovetail.plan.Step;
import dev.dovetail.schema.FieldMeaning;
import java.util.LinkedHashMap;
import java.util.List;

/** Calls of actions, and the joins from their answers to tables. */
final class ActionPlanner {
    private final StatementFactory statements;

    ActionPlanner(StatementFactory statements) {
        this.statements = statements;
    }

    Step.ActionCall plan(Action action, BoundField field) {
        var input = new LinkedHashMap<String, ActionInput>();
        field.inputs()
                .forEach((name, entry) -> input.put(
                        name,
                        new ActionInput(entry.value().source(), entry.value().path())));
        var joins = new Joins();
        collect(field, List.of(field.key()), joins);
        return new Step.ActionCall(field.key(), action, input, Shapes.ofAnswer(field), joins.tree());
    }

    private void collect(BoundField holder, List<String> path, Joins joins) {
        for (var field : holder.fields()) {
            switch (field.meaning()) {
                case FieldMeaning.AnswerRelated(var relationship) -> join(relationship, field, false, path, joins);
                case FieldMeaning.AnswerRelatedAggregate(var relationship) ->
                    join(relationship, field, true, path, joins);
                case FieldMeaning.Answered _ -> collect(field, Joins.within(path, field.key()), joins);
                case FieldMeaning.TypeName _ -> {}
                case FieldMeaning.ColumnValue _, FieldMeaning.CapitalValue _
                when field.inputs().isEmpty() -> {}
                default ->
                    throw ApiException.validation(
                            field.path(),
                            "field '" + field.name() + "' cannot be taken from an action's answer, only columns can");
            }
        }
    }

    private void join(
            CustomType.TypeRelationship relationship,
            BoundField field,
            boolean aggregate,
            List<String> path,
            Joins joins) {
        var keys = relationship.mapping().keySet().stream()
                .map(name -> Joins.hiddenKey(field, name))
                .toList();
        var target = new TableJoins(statements)
                .target(
                        relationship.target().get(),
                        relationship.mapping().values(),
                        aggregate ? TableJoins.Answer.AGGREGATE : TableJoins.Answer.of(relationship.kind()),
                        field);
        joins.add(path, field.key(), keys, target);
    }
}
