package dev.dovetail.planner;

import dev.dovetail.model.Action;
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

/** Calls of actions, and the joins from their answers. */
final class ActionPlanner {
    private final StatementFactory statements;

    ActionPlanner(StatementFactory statements) {
        this.statements = statements;
    }

    Step.ActionCall plan(Action action, BoundField field) {
        var joins = new Joins();
        outside().collect(field, List.of(field.key()), joins);
        return new Step.ActionCall(field.key(), action, input(field), Shapes.ofAnswer(field), joins.tree());
    }

    private OutsideJoins outside() {
        return OutsideJoins.ofHandler(statements.joinTargets());
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
            outside().collect(each, List.of(field.key(), each.key()), joins);
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
}
