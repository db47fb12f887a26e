package dev.dovetail.planner;

import dev.dovetail.error.Path;
import dev.dovetail.model.ValueSource;
import dev.dovetail.sql.Alias;
import dev.dovetail.sql.Expr;
import dev.dovetail.sql.From;
import dev.dovetail.sql.Item;
import dev.dovetail.sql.Operator;
import dev.dovetail.sql.Select;
import dev.dovetail.sql.TypeName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The outermost select of every statement: one row, one bytea, never over the bound. */
final class Envelope {
    private static final String ANSWER = "answer";

    /** Of a function in Postgres. */
    private static final int ARGUMENTS_MAX = 100;

    private static final String SESSION_SETTING = "hasura.user";
    private static final String TOO_LARGE = "dovetail:answer-too-large:";
    private static final String CHECK_VIOLATION = "dovetail:check-violation:";

    private Envelope() {}

    /** @param json a select of one row whose only item is the answer */
    static Select of(Select json, StatementScope scope) {
        var row = scope.alias();
        return guarded(row, new From.Subselect(bounded(encoded(json)), row, false), scope);
    }

    /**
     * As {@link #of}, for a statement that writes: triggers and defaults find the session in the setting
     * {@code hasura.user}, as they do in the reference. The answer depends on the setting, and the writing on the
     * answer, so that it is set before even the first trigger runs, and until the transaction ends.
     */
    static Select ofWriting(Select json, StatementScope scope) {
        var user = scope.alias();
        var row = scope.alias();
        var session = scope.json(new ValueSource.SessionObject(), null, Path.ROOT);
        var set = Expr.call("set_config", new Expr.Text(SESSION_SETTING), session, Expr.TRUE);
        var setting = bounded(Select.of(new Item(set, "setting")));
        var isSet = Expr.not(new Expr.IsNull(new Expr.Column(user, "setting")));
        var computed = bounded(encoded(json.withWhere(Expr.and(json.where(), isSet))));
        var from = new From.Join(
                new From.Subselect(setting, user, false),
                From.Join.Kind.INNER,
                new From.Subselect(computed, row, true),
                Expr.TRUE);
        return guarded(row, from, scope);
    }

    private static Select guarded(Alias row, From from, StatementScope scope) {
        var answer = new Expr.Column(row, ANSWER);
        var size = Expr.call("octet_length", answer);
        var guarded = new Expr.Case(
                new Expr.Binary(
                        size, Operator.GREATER, new Expr.Int(scope.options().answerBytesMax())),
                Expr.call("decode", raise(TOO_LARGE, size), new Expr.Text("escape")),
                answer);
        return Select.of(new Item(guarded, ANSWER)).withFrom(from).withWhere(tried(scope.risks()));
    }

    /** Always true, once all values have been made; a condition without a column is looked at before the first row. */
    private static Expr tried(Collection<Expr> values) {
        var all = List.copyOf(values);
        var conditions = new ArrayList<Expr>();
        for (var from = 0; from < all.size(); from += ARGUMENTS_MAX) {
            var some = all.subList(from, Math.min(from + ARGUMENTS_MAX, all.size()));
            var made = new Expr.Call(null, "num_nonnulls", some);
            conditions.add(new Expr.Binary(made, Operator.GREATER_OR_EQUAL, new Expr.Int(0)));
        }
        return Expr.and(conditions);
    }

    /** Without the OFFSET the planner would merge it with the select around it, and compute the answer twice. */
    private static Select bounded(Select select) {
        return select.withOffset(new Expr.Int(0));
    }

    private static Select encoded(Select json) {
        var only = json.items().getFirst().value();
        // SQL's null, when a mutation by key finds no row, is JSON's
        var text = Expr.call("coalesce", new Expr.Cast(only, TypeName.TEXT), new Expr.Text("null"));
        var bytes = Expr.call("convert_to", text, new Expr.Text("UTF8"));
        return json.withItems(new Item(bytes, ANSWER));
    }

    /** The json, unless some row of the mutation failed its permission's check: then the statement fails. */
    static Expr checked(Expr json, Alias mutated) {
        var rows = new From.CteRef(mutated, mutated);
        var holds = Expr.aggregate("bool_and", new Expr.Column(mutated, MutationRows.CHECK));
        var all = new Expr.Subselect(Select.of(new Item(Expr.call("coalesce", holds, Expr.TRUE), "holds"))
                .withFrom(rows));
        var count = new Expr.Subselect(
                Select.of(new Item(Expr.aggregate("count"), "rows")).withFrom(rows));
        return new Expr.Case(all, json, new Expr.Cast(raise(CHECK_VIOLATION, count), TypeName.JSON));
    }

    /** A text whose making fails with the marker in the message; {@code of} keeps it from being made while planning. */
    private static Expr raise(String marker, Expr of) {
        var text = new Expr.Binary(new Expr.Text(marker), Operator.CONCAT, new Expr.Cast(of, TypeName.TEXT));
        return new Expr.Cast(new Expr.Cast(text, TypeName.builtin("uuid")), TypeName.TEXT);
    }
}
