package dev.dovetail.planner;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.Path;
import dev.dovetail.graphql.ScalarRule;
import dev.dovetail.model.ValueSource;
import dev.dovetail.name.RoleName;
import dev.dovetail.plan.SlotValue;
import dev.dovetail.plan.SqlCall;
import dev.dovetail.sql.Alias;
import dev.dovetail.sql.Aliases;
import dev.dovetail.sql.Body;
import dev.dovetail.sql.Expr;
import dev.dovetail.sql.Printer;
import dev.dovetail.sql.Slot;
import dev.dovetail.sql.Statement;
import dev.dovetail.sql.TypeName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one statement collects while it is planned: aliases and slots. Confined to the thread that plans. */
final class StatementScope {
    /** Postgres's own bound: their number travels in 16 bits. */
    private static final int PARAMETERS_MAX = 65_535;

    private final RoleName role;
    private final PlannerOptions options;
    private final Aliases aliases = new Aliases();
    private final LinkedHashMap<SqlCall.Argument, Slot> slots = new LinkedHashMap<>();
    private final List<SqlCall.Argument> arguments = new ArrayList<>();
    private final List<Statement.Cte> before = new ArrayList<>();
    private final Ledger ledger = new Ledger();
    private final Set<Expr> risks = new LinkedHashSet<>();
    private final StatementWatch watch;
    private int related;

    StatementScope(RoleName role, PlannerOptions options, StatementWatch watch) {
        this.role = role;
        this.options = options;
        this.watch = watch;
    }

    RoleName role() {
        return role;
    }

    PlannerOptions options() {
        return options;
    }

    Ledger ledger() {
        return ledger;
    }

    Alias alias() {
        return aliases.next();
    }

    /** Counts a field that leads to other rows, each a join. */
    void related(Path path) {
        if (++related > options.relatedMax()) {
            throw ApiException.validation(
                    path, "the operation asks for related rows in more than " + options.relatedMax() + " places");
        }
    }

    Expr text(ValueSource source, @Nullable ScalarRule rule, Path path) {
        return given(source, SlotValue.Encoding.TEXT, Slot.Kind.TEXT, rule, path);
    }

    Expr json(ValueSource source, @Nullable ScalarRule rule, Path path) {
        return given(source, SlotValue.Encoding.JSON, Slot.Kind.TEXT, rule, path);
    }

    Expr texts(ValueSource source, @Nullable ScalarRule rule, Path path) {
        return given(source, SlotValue.Encoding.TEXT_ARRAY, Slot.Kind.TEXT_ARRAY, rule, path);
    }

    /** A value of an array type, as text[]. */
    Expr array(ValueSource source, Path path) {
        return new Expr.Cast(
                given(source, SlotValue.Encoding.ARRAY_LITERAL, Slot.Kind.TEXT, null, path), TypeName.TEXT_ARRAY);
    }

    /** The steps of a JSON path, as text[]. */
    Expr path(ValueSource source, Path path) {
        return given(source, SlotValue.Encoding.JSON_PATH, Slot.Kind.TEXT_ARRAY, null, path);
    }

    Expr joinKeys(int key) {
        return parameter(new SqlCall.Argument.JoinKeys(key), Slot.Kind.TEXT_ARRAY);
    }

    Expr insertRows() {
        return parameter(new SqlCall.Argument.InsertRows(), Slot.Kind.TEXT);
    }

    Expr fromCall(int call, String key) {
        return parameter(new SqlCall.Argument.FromCall(call, key), Slot.Kind.TEXT);
    }

    private Expr given(
            ValueSource source, SlotValue.Encoding encoding, Slot.Kind kind, @Nullable ScalarRule rule, Path path) {
        return parameter(new SqlCall.Argument.Given(new SlotValue(source, encoding, rule, path)), kind);
    }

    /** Equal arguments share a slot. */
    private Expr parameter(SqlCall.Argument argument, Slot.Kind kind) {
        var slot = slots.computeIfAbsent(argument, each -> {
            arguments.add(each);
            return new Slot(arguments.size() - 1, kind);
        });
        return new Expr.Parameter(slot);
    }

    /** Notes a client's value that Postgres may refuse. */
    void risk(Expr value) {
        risks.add(value);
    }

    /** What is to be tried before any row is looked at; nothing where no row is hidden from the role. */
    Collection<Expr> risks() {
        return ledger.hidesRows() ? risks : List.of();
    }

    /** @return the name of a query that is to stand before the statement */
    Alias before(Body query) {
        var name = alias();
        before.add(new Statement.Cte(name, query));
        return name;
    }

    SqlCall finish(Statement body) {
        var with = new ArrayList<>(before);
        with.addAll(body.with());
        var statement = new Statement(with, body.body());
        watch.made(statement, ledger);
        var printed = Printer.print(statement);
        if (printed.slots().size() > PARAMETERS_MAX) {
            throw ApiException.validation(
                    Path.ROOT,
                    "the operation needs " + printed.slots().size() + " values in one statement; Postgres takes "
                            + PARAMETERS_MAX);
        }
        return new SqlCall(
                printed.text(),
                printed.slots().stream()
                        .map(slot -> arguments.get(slot.index()))
                        .toList());
    }
}
