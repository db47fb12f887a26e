package dev.dovetail.execute;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Failure;
import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.plan.InsertLevel;
import dev.dovetail.plan.SqlCall;
import dev.dovetail.plan.Step;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Runs a nested insert within a transaction: related rows that ours refer to, then ours, then those that refer to ours.
 *
 * <p>First all rows of a level together. Where that cannot be exact, because a statement of several rows failed or gave
 * back fewer rows than it got, {@link Again} is thrown: the transaction is rolled back, and a second one takes the rows
 * one by one, depth first, as the reference does. Only a list whose rows bring no others stays together there, too.
 */
final class NestedInsertRun {
    /** Asks for the transaction to be done again, row by row. */
    static final class Again extends RuntimeException {
        Again() {
            super(null, null, false, false);
        }
    }

    private final Step.NestedInsert step;
    private final Call call;
    private final Database.Transaction transaction;
    private final boolean rowByRow;
    private final Slots slots;
    private final Map<InsertLevel.Row, ObjectNode> given = new IdentityHashMap<>();
    private long affected;
    private boolean severalTogether;

    private NestedInsertRun(Step.NestedInsert step, Call call, Database.Transaction transaction, boolean rowByRow) {
        this.step = step;
        this.call = call;
        this.transaction = transaction;
        this.rowByRow = rowByRow;
        this.slots = new Slots(Inputs.of(call));
    }

    static byte[] run(Step.NestedInsert step, Call call, Database.Transaction transaction, boolean rowByRow) {
        return new NestedInsertRun(step, call, transaction, rowByRow).run();
    }

    private byte[] run() {
        var rows = new ArrayList<String>();
        for (var written : level(step.level(), step.rows(), false)) {
            if (written != null) {
                rows.add(written.path(InsertLevel.WHOLE_ROW).asString());
            }
        }
        var told = Json.object();
        told.put("affected", String.valueOf(affected));
        told.put("rows", ArrayText.of(rows));
        var answer = step.answer();
        return transaction.run(answer.sql(), SqlSteps.values(answer, slots, List.of(new SqlSteps.Earlier(told))));
    }

    /**
     * What each row was written as; null for one that was not.
     *
     * @param referredTo whether other rows wait for these; else those of a level without links may all be null
     */
    private List<@Nullable JsonNode> level(InsertLevel level, List<InsertLevel.Row> rows, boolean referredTo) {
        if (!rowByRow || rows.isEmpty() || !rows.getFirst().alone()) {
            return together(level, rows, referredTo);
        }
        var written = new ArrayList<@Nullable JsonNode>();
        rows.forEach(row -> written.addAll(together(level, List.of(row), referredTo)));
        return written;
    }

    private List<@Nullable JsonNode> together(InsertLevel level, List<InsertLevel.Row> rows, boolean referredTo) {
        for (var number = 0; number < level.links().size(); number++) {
            if (level.links().get(number).before()) {
                before(level.links().get(number), number, rows);
            }
        }
        var written = write(level, rows, referredTo);
        for (var number = 0; number < level.links().size(); number++) {
            if (!level.links().get(number).before()) {
                after(level.links().get(number), number, rows, written);
            }
        }
        return written;
    }

    /** The rows that ours refer to, at most one for each. */
    private void before(InsertLevel.Link link, int number, List<InsertLevel.Row> rows) {
        var owners = rows.stream().filter(row -> !row.related(number).isEmpty()).toList();
        var related = owners.stream().map(row -> row.related(number).getFirst()).toList();
        var written = level(link.level(), related, true);
        for (var i = 0; i < owners.size(); i++) {
            var source = written.get(i);
            if (source == null) {
                throw refused(link, owners.get(i).path().key(link.relationship()));
            }
            handOn(link, source, owners.get(i));
        }
    }

    /** The rows that refer to ours. */
    private void after(
            InsertLevel.Link link, int number, List<InsertLevel.Row> rows, List<@Nullable JsonNode> written) {
        var all = new ArrayList<InsertLevel.Row>();
        for (var i = 0; i < rows.size(); i++) {
            var related = rows.get(i).related(number);
            if (related.isEmpty()) {
                continue;
            }
            var source = written.get(i);
            if (source == null) {
                throw refused(link, rows.get(i).path());
            }
            related.forEach(row -> handOn(link, source, row));
            all.addAll(related);
        }
        level(link.level(), all, false);
    }

    private void handOn(InsertLevel.Link link, JsonNode source, InsertLevel.Row to) {
        var values = given.computeIfAbsent(to, _ -> Json.object());
        link.handedOn().forEach((target, from) -> values.set(target.value(), source.path(from.value())));
    }

    private static ApiException refused(InsertLevel.Link link, Path path) {
        return new ApiException(ErrorCode.NOT_SUPPORTED, path, link.refusal());
    }

    /** As many rows at once as follow each other in one form. */
    private List<@Nullable JsonNode> write(InsertLevel level, List<InsertLevel.Row> rows, boolean referredTo) {
        var written = new ArrayList<@Nullable JsonNode>();
        var from = 0;
        while (from < rows.size()) {
            var number = rows.get(from).form();
            var form = level.forms().get(number);
            var to = from + 1;
            while (form.many() && to < rows.size() && rows.get(to).form() == number) {
                to++;
            }
            var part = rows.subList(from, to);
            written.addAll(write(form, part, referredTo || isReferredTo(level, part)));
            from = to;
        }
        return written;
    }

    private static boolean isReferredTo(InsertLevel level, List<InsertLevel.Row> rows) {
        return rows.stream()
                .anyMatch(row -> row.related().keySet().stream()
                        .anyMatch(link -> !level.links().get(link).before()));
    }

    /** @param needed whether it matters which row became which */
    private List<@Nullable JsonNode> write(InsertLevel.Form form, List<InsertLevel.Row> rows, boolean needed) {
        severalTogether |= rows.size() > 1;
        var answer = Json.read(run(form.call(), rows));
        affected += Long.parseLong(answer.path("affected").asString());
        var written = new ArrayList<@Nullable JsonNode>();
        answer.path("rows").forEach(written::add);
        if (written.size() < rows.size() && rows.size() > 1 && needed) {
            throw new Again();
        }
        while (written.size() < rows.size()) {
            written.add(null);
        }
        return written;
    }

    private byte[] run(SqlCall statement, List<InsertLevel.Row> rows) {
        var values = new ArrayList<@Nullable Object>();
        for (var argument : statement.arguments()) {
            values.add(
                    argument instanceof SqlCall.Argument.InsertRows
                            ? json(rows)
                            : SqlSteps.value(argument, slots, List.of()));
        }
        try {
            return transaction.run(statement.sql(), values);
        } catch (ApiException refused) {
            if (severalTogether && !rowByRow && mayBeARow(refused)) {
                throw new Again();
            }
            throw SqlSteps.at(rows.getFirst().path(), refused);
        }
    }

    /** Not so when the database is gone, the time is up or the client went away. */
    private static boolean mayBeARow(ApiException refused) {
        return refused.failures().stream()
                .anyMatch(each -> each instanceof Failure.Own(var code, var _, var _, var internal)
                        && switch (code) {
                            case PERMISSION_ERROR,
                                    CONSTRAINT_VIOLATION,
                                    CONSTRAINT_ERROR,
                                    DATA_EXCEPTION,
                                    BAD_REQUEST -> true;
                            case UNEXPECTED -> internal != null;
                            default -> false;
                        });
    }

    private String json(List<InsertLevel.Row> rows) {
        var list = Json.array();
        for (var row : rows) {
            var object = Json.object();
            row.values().forEach((column, slot) -> object.set(column.value(), slots.json(slot)));
            var determined = given.get(row);
            if (determined != null) {
                object.setAll(determined);
            }
            list.add(object);
        }
        return Json.write(list);
    }
}
