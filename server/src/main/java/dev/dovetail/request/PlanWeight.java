package dev.dovetail.request;

import dev.dovetail.plan.InsertLevel;
import dev.dovetail.plan.JoinTarget;
import dev.dovetail.plan.JoinTree;
import dev.dovetail.plan.Plan;
import dev.dovetail.plan.Report;
import dev.dovetail.plan.Shape;
import dev.dovetail.plan.SqlCall;
import dev.dovetail.plan.Step;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * About how many bytes a plan takes in memory: its texts, and the shapes of the answers that it expects. A short text
 * with fragments can stand for a plan of megabytes.
 */
final class PlanWeight {
    private static final int ENTRY_BYTES = 500;
    private static final int FIELD_BYTES = 150;
    private static final int NODE_BYTES = 80;
    private static final int NAME_BYTES = 20;

    /** So that others can add to it. */
    private static final int MAX = Integer.MAX_VALUE / 2;

    /** What several share: lists of fields, names of types, targets of joins. */
    private final Set<Object> counted = Collections.newSetFromMap(new IdentityHashMap<>());

    private PlanWeight() {}

    static int of(Plan plan) {
        var all = new PlanWeight();
        var weight = (long) ENTRY_BYTES;
        for (var step : plan.flatSteps()) {
            weight += all.of(step);
        }
        return (int) Math.min(weight, MAX);
    }

    private long of(Step step) {
        return switch (step) {
            case Step.SqlQuery query -> length(query.call()) + of(query.joins());
            case Step.SqlMutation mutation -> length(mutation.calls()) + of(mutation.joins());
            case Step.SqlMutations several ->
                several.parts().stream().mapToLong(this::length).sum() + of(several.joins());
            case Step.NestedInsert insert ->
                length(insert.answer()) + of(insert.level()) + rows(insert.rows()) + of(insert.joins());
            case Step.ActionCall call -> of(call.shape()) + of(call.joins());
            case Step.RemoteCall call -> call.query().selections().length() + of(call.shape()) + of(call.joins());
            case Step.Constant(var _, var value) -> ENTRY_BYTES + of(value);
            case Step.ActionSubmission _, Step.Namespaced _ -> ENTRY_BYTES;
            case Step.ActionReport report -> of(report.report()) + of(report.joins());
        };
    }

    /** An introspection of everything: many times as much as its text. */
    private long of(JsonNode value) {
        return NODE_BYTES + value.values().stream().mapToLong(this::of).sum();
    }

    private long of(JoinTree tree) {
        return tree.joins().stream()
                .mapToLong(join -> ENTRY_BYTES + of(join.target()))
                .sum();
    }

    private long of(JoinTarget target) {
        if (!counted.add(target)) {
            return 0;
        }
        var own = switch (target) {
            case JoinTarget.ToTable table -> length(table.call());
            case JoinTarget.ToRemote remote -> template(remote.template()) + of(remote.shape());
            case JoinTarget.ToAction action -> of(action.shape());
        };
        return own + of(target.joins());
    }

    private long template(List<JoinTarget.Part> template) {
        return template.stream()
                .mapToLong(part -> part instanceof JoinTarget.Part.Text(var text) ? text.length() : 0L)
                .sum();
    }

    private long of(Shape shape) {
        return FIELD_BYTES
                + switch (shape) {
                    case Shape.ListOf(var of, var _) -> of(of);
                    case Shape.ObjectShape object -> fields(object.fields());
                    case Shape.OneOf one ->
                        one.members().values().stream().mapToLong(this::of).sum();
                    case Shape.AnyOf any ->
                        names(any.seen())
                                + fields(any.common())
                                + any.members().values().stream()
                                        .mapToLong(each -> FIELD_BYTES + fields(each))
                                        .sum();
                    case Shape.Leaf _, Shape.EnumLeaf _, Shape.Verbatim _ -> 0;
                };
    }

    private long names(@Nullable Set<String> names) {
        return names != null && counted.add(names) ? (long) NAME_BYTES * names.size() : 0;
    }

    private long fields(List<Shape.Field> fields) {
        return counted.add(fields)
                ? fields.stream()
                        .mapToLong(field -> field instanceof Shape.Field.Taken taken ? of(taken.shape()) : FIELD_BYTES)
                        .sum()
                : 0;
    }

    private long of(Report report) {
        return report.parts().stream()
                .mapToLong(part -> part instanceof Report.Output(var _, var shape) ? of(shape) : FIELD_BYTES)
                .sum();
    }

    private long of(InsertLevel level) {
        var weight = 0L;
        for (var form : level.forms()) {
            weight += length(form.call());
        }
        for (var link : level.links()) {
            weight += of(link.level());
        }
        return weight;
    }

    private long rows(List<InsertLevel.Row> rows) {
        var weight = 0L;
        for (var row : rows) {
            weight += ENTRY_BYTES;
            for (var list : row.related().values()) {
                weight += rows(list);
            }
        }
        return weight;
    }

    private long length(List<SqlCall> calls) {
        return calls.stream().mapToLong(this::length).sum();
    }

    private long length(SqlCall call) {
        return call.sql().length();
    }
}
