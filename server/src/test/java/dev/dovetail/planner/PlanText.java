package dev.dovetail.planner;

import dev.dovetail.plan.InsertLevel;
import dev.dovetail.plan.JoinTarget;
import dev.dovetail.plan.JoinTree;
import dev.dovetail.plan.Plan;
import dev.dovetail.plan.RemoteQuery;
import dev.dovetail.plan.SqlCall;
import dev.dovetail.plan.Step;
import java.util.ArrayList;
import java.util.List;

/** A plan as text to read: its statements, what fills their parameters, its joins. */
final class PlanText {
    private final StringBuilder out = new StringBuilder();

    private PlanText() {}

    static String of(Plan plan) {
        var text = new PlanText();
        text.line("", plan.kind() + " " + plan.keys());
        plan.steps().forEach(text::step);
        return text.out.toString();
    }

    /** Every statement of a plan, those of its joins too. */
    static List<String> statements(Plan plan) {
        var found = new ArrayList<String>();
        for (var step : plan.flatSteps()) {
            switch (step) {
                case Step.SqlQuery(var _, var _, var call, var joins) -> {
                    found.add(call.sql());
                    statements(joins, found);
                }
                case Step.SqlMutation(var _, var _, var calls, var joins, var _) -> {
                    calls.forEach(call -> found.add(call.sql()));
                    statements(joins, found);
                }
                case Step.SqlMutations(var _, var _, var parts, var joins) -> {
                    parts.forEach(calls -> calls.forEach(call -> found.add(call.sql())));
                    statements(joins, found);
                }
                case Step.NestedInsert(var _, var _, var level, var _, var answer, var joins) -> {
                    statements(level, found);
                    found.add(answer.sql());
                    statements(joins, found);
                }
                case Step.ActionCall(var _, var _, var _, var _, var joins) -> statements(joins, found);
                case Step.ActionReport(var _, var _, var _, var _, var joins) -> statements(joins, found);
                case Step.RemoteCall(var _, var _, var _, var _, var joins) -> statements(joins, found);
                case Step.ActionSubmission _, Step.Constant _, Step.Namespaced _ -> {}
            }
        }
        return found;
    }

    private static void statements(InsertLevel level, List<String> found) {
        level.forms().forEach(form -> found.add(form.call().sql()));
        level.links().forEach(link -> statements(link.level(), found));
    }

    private static void statements(JoinTree joins, List<String> found) {
        for (var join : joins.joins()) {
            if (join.target() instanceof JoinTarget.ToTable(var _, var call, var _)) {
                found.add(call.sql());
            }
            statements(join.target().joins(), found);
        }
    }

    private void step(Step step) {
        switch (step) {
            case Step.SqlQuery(var source, var keys, var call, var joins) -> {
                line("", "query " + source + " " + keys);
                call("  ", call);
                joins("  ", joins);
            }
            case Step.SqlMutation(var source, var key, var calls, var joins, var _) -> {
                line("", "mutation " + source + " " + key);
                calls.forEach(call -> call("  ", call));
                joins("  ", joins);
            }
            case Step.SqlMutations(var source, var key, var parts, var joins) -> {
                line("", "mutations " + source + " " + key);
                for (var calls : parts) {
                    line("  ", "part");
                    calls.forEach(call -> call("    ", call));
                }
                joins("  ", joins);
            }
            case Step.NestedInsert(var source, var key, var level, var rows, var answer, var joins) -> {
                line("", "nested insert " + source + " " + key);
                level("  ", level);
                rows("  ", rows);
                call("  ", answer);
                joins("  ", joins);
            }
            case Step.ActionCall(var key, var action, var input, var shape, var joins) -> {
                line("", "action " + action.name() + " " + key);
                input.forEach((name, value) -> line("  ", name + " = " + value.value()));
                line("  ", shape.toString());
                joins("  ", joins);
            }
            case Step.ActionSubmission(var key, var action, var input) -> {
                line("", "submission " + action.name() + " " + key);
                input.forEach((name, value) -> line("  ", name + " = " + value.value()));
            }
            case Step.ActionReport(var key, var action, var id, var report, var joins) -> {
                line("", "report " + action.name() + " " + key + " of " + id.value());
                report.parts().forEach(part -> line("  ", part.toString()));
                joins("  ", joins);
            }
            case Step.RemoteCall(var remote, var keys, var query, var shape, var joins) -> {
                line("", "remote " + remote.name() + " " + keys);
                line("  ", query.kind() + " {" + query.selections() + "}");
                variables("  ", query.variables());
                line("  ", shape.toString());
                joins("  ", joins);
            }
            case Step.Constant(var key, var value) -> line("", "constant " + key + " " + value);
            case Step.Namespaced(var key, var plan) -> {
                line("", "within " + key + " " + plan.keys());
                plan.steps().forEach(this::step);
            }
        }
    }

    private void level(String indent, InsertLevel level) {
        for (var form : level.forms()) {
            line(indent, form.many() ? "rows" : "one row");
            call(indent + "  ", form.call());
        }
        for (var link : level.links()) {
            line(indent, (link.before() ? "before: " : "after: ") + link.relationship() + " " + link.handedOn());
            level(indent + "  ", link.level());
        }
    }

    private void rows(String indent, List<InsertLevel.Row> rows) {
        for (var row : rows) {
            line(indent, "row of form " + row.form() + " at " + row.path());
            row.values().forEach((column, value) -> line(indent, "  " + column + " = " + value.source()));
            row.related().forEach((link, related) -> {
                line(indent, "  link " + link);
                rows(indent + "    ", related);
            });
        }
    }

    private void call(String indent, SqlCall call) {
        for (var each : call.sql().split("(?<=\\()(?=SELECT )|(?= LEFT JOIN )|(?= WHERE )")) {
            line(indent, each.strip());
        }
        var number = 1;
        for (var argument : call.arguments()) {
            line(indent, "$" + number++ + " = " + shown(argument));
        }
    }

    private static String shown(SqlCall.Argument argument) {
        return switch (argument) {
            case SqlCall.Argument.Given(var value) -> value.source() + " as " + value.encoding() + " " + value.scalar();
            case SqlCall.Argument.FromCall from -> from.toString();
            case SqlCall.Argument.JoinKeys keys -> keys.toString();
            case SqlCall.Argument.InsertRows rows -> rows.toString();
        };
    }

    private void variables(String indent, List<RemoteQuery.Variable> variables) {
        variables.forEach(each -> line(indent, "$" + each.name() + ": " + each.type() + " = " + each.source()));
    }

    private void joins(String indent, JoinTree joins) {
        for (var join : joins.joins()) {
            line(
                    indent,
                    "join " + join.path() + " " + join.key() + " by " + join.keys()
                            + (join.spread() == JoinTree.Spread.NONE ? "" : " " + join.spread())
                            + (join.partial() ? " partial" : ""));
            switch (join.target()) {
                case JoinTarget.ToTable(var source, var call, var _) -> {
                    line(indent, "to " + source);
                    call(indent + "  ", call);
                }
                case JoinTarget.ToRemote remote -> {
                    line(indent, "to " + remote.remote().name() + " " + remote.template());
                    line(
                            indent,
                            "keys "
                                    + remote.carried().stream()
                                            .map(JoinTarget.Carried::type)
                                            .toList() + " unwrap " + remote.unwrap());
                    variables(indent, remote.variables());
                }
                case JoinTarget.ToAction action ->
                    line(indent, "to action " + action.action().name() + " " + action.input());
            }
            joins(indent + "  ", join.target().joins());
        }
    }

    private void line(String indent, String text) {
        out.append(indent).append(text).append('\n');
    }
}
