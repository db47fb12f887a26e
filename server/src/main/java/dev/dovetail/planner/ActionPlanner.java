package dev.dovetail.planner;

import dev.dovetail.error.ApiException;
import dev.dovetail.model.Action;
import dev.dovetail.model.CustomType;
import dev.dovetail.operation.BoundField;
import dev.dovetail.plan.ActionInput;
import dev.dovetail.plan.Report;
import dev.dovetail.plan.Step;
import dev.dovetail.schema.FieldMeaning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;

/** Calls of actions, and the joins from their answers to tables. */
final class ActionPlanner {
    private final StatementFactory statements;

    ActionPlanner(StatementFactory statements) {
        this.statements = statements;
    }

    Step.ActionCall plan(Action action, BoundField field) {
        var joins = new Joins();
        collect(field, List.of(field.key()), joins);
        return new Step.ActionCall(field.key(), action, input(field), Shapes.ofAnswer(field), joins.tree());
    }

    static Step.ActionSubmission submission(Action action, BoundField field) {
        return new Step.ActionSubmission(field.key(), action, input(field));
    }

    private static SequencedMap<String, ActionInput> input(BoundField field) {
        var input = new LinkedHashMap<String, ActionInput>();
        field.inputs()
                .forEach((name, entry) -> input.put(
                        name,
                        new ActionInput(entry.value().source(), entry.value().path())));
        return input;
    }

    Step.ActionReport report(Action action, BoundField field) {
        var id = Objects.requireNonNull(input(field).get("id"), "binding has seen to the id");
        var parts = new ArrayList<Report.Part>();
        var joins = new Joins();
        for (var each : field.fields()) {
            parts.add(part(each));
            collect(each, List.of(field.key(), each.key()), joins);
        }
        return new Step.ActionReport(field.key(), action, id, new Report(parts), joins.tree());
    }

    private static Report.Part part(BoundField field) {
        return switch (field.meaning()) {
            case FieldMeaning.Reported(var part) ->
                switch (part) {
                    case ID -> new Report.Id(field.key());
                    case CREATED_AT -> new Report.CreatedAt(field.key());
                    case ERRORS -> new Report.Errors(field.key());
                    case OUTPUT -> new Report.Output(field.key(), Shapes.ofAnswer(field));
                };
            case FieldMeaning.TypeName(var type) -> new Report.TypeName(field.key(), type);
            case FieldMeaning other -> throw new IllegalStateException("no part of a report: " + other);
        };
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
