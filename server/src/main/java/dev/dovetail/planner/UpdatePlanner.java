package dev.dovetail.planner;

import dev.dovetail.catalog.PgType;
import dev.dovetail.error.ApiException;
import dev.dovetail.error.Path;
import dev.dovetail.model.Column;
import dev.dovetail.model.Table;
import dev.dovetail.model.UpdateRule;
import dev.dovetail.operation.BoundField;
import dev.dovetail.operation.Input;
import dev.dovetail.plan.SqlCall;
import dev.dovetail.plan.Step;
import dev.dovetail.schema.ArgumentName;
import dev.dovetail.schema.FieldMeaning;
import dev.dovetail.schema.InputMeaning;
import dev.dovetail.sql.Body;
import dev.dovetail.sql.Expr;
import dev.dovetail.sql.Operator;
import dev.dovetail.sql.TypeName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Updates: the operators of one field become assignments on the rows that the permission and the client's condition
 * admit.
 */
final class UpdatePlanner {
    private static final Set<ArgumentName> OPERATORS = new LinkedHashSet<>(List.of(
            ArgumentName.SET,
            ArgumentName.INC,
            ArgumentName.MUL,
            ArgumentName.DEFAULT,
            ArgumentName.APPEND,
            ArgumentName.PREPEND,
            ArgumentName.DELETE_KEY,
            ArgumentName.DELETE_ELEM,
            ArgumentName.DELETE_AT_PATH));

    private final StatementFactory statements;
    private final Table table;
    private final UpdateRule rule;

    UpdatePlanner(StatementFactory statements, Table table) {
        this.statements = statements;
        this.table = table;
        var known = table.rules(statements.role()).update();
        if (known == null) {
            throw new IllegalStateException("role " + statements.role() + " may not update " + table);
        }
        this.rule = known;
    }

    List<SqlCall> where(BoundField field, Joins joins) {
        return plan(field, Given.of(field), false, joins);
    }

    List<SqlCall> byKey(BoundField field, Joins joins) {
        return plan(field, Given.of(field), true, joins);
    }

    /** Each update is a statement; of all fields together, because a variable in several fields multiplies. */
    static void refuseTooMany(List<BoundField> fields, int max) {
        var updates = 0;
        for (var field : fields) {
            if (field.meaning() instanceof FieldMeaning.UpdateMany) {
                var given = field.argument(ArgumentName.UPDATES).orElseThrow();
                updates += ((Input.Items) given).of().size();
                if (updates > max) {
                    throw ApiException.validation(given.path(), "the operation asks for more than " + max + " updates");
                }
            }
        }
    }

    /** One update after the other: each sees what those before it did. */
    Step.SqlMutations many(BoundField field) {
        var joins = new Joins();
        var parts = new ArrayList<List<SqlCall>>();
        for (var update : ((Input.Items) field.argument(ArgumentName.UPDATES).orElseThrow()).of()) {
            // Each part answers the same selection, so the joins of one are those of all
            parts.add(plan(field, Given.of((Input.Fields) update), false, parts.isEmpty() ? joins : new Joins()));
        }
        return new Step.SqlMutations(table.source(), field.key(), parts, joins.tree());
    }

    /** The arguments of one update. */
    private record Given(Function<ArgumentName, Optional<Input>> arguments, Path path) {
        static Given of(BoundField field) {
            return new Given(field::argument, field.path().key("args"));
        }

        static Given of(Input.Fields update) {
            return new Given(update::argument, update.path());
        }

        Input argument(ArgumentName name) {
            return arguments.apply(name).orElseThrow();
        }
    }

    private List<SqlCall> plan(BoundField field, Given update, boolean byKey, Joins joins) {
        return new MutationRows(statements, table, field, byKey, joins)
                .calls(List.of(scope -> write(scope, update, byKey)));
    }

    private MutationRows.Write write(StatementScope scope, Given update, boolean byKey) {
        var access = new Access(scope);
        var target = access.target(table, rule.filter());
        var given = assignments(scope, update, target);
        var assignments = given.isEmpty() ? List.of(unchanged(target)) : given;
        var wanted = byKey
                ? Keys.equal(scope, (Input.Fields) update.argument(ArgumentName.PK_COLUMNS), target.alias())
                : access.where(WhereReader.read(update.argument(ArgumentName.WHERE)), target.alias());
        // An update that sets nothing touches nothing, as in the reference
        var condition = given.isEmpty() ? Expr.FALSE : Expr.and(target.filter(), wanted);
        var check = rule.check() == null ? Expr.TRUE : access.filter(rule.check(), target.alias());
        return new MutationRows.Write(
                returning -> new Body.Update(target.from(), assignments, condition, returning), check, target.alias());
    }

    private Body.Assignment unchanged(Access.Target target) {
        var column = table.columns().iterator().next();
        return new Body.Assignment(column.name().value(), target.column(column));
    }

    private List<Body.Assignment> assignments(StatementScope scope, Given update, Access.Target target) {
        var byColumn = new LinkedHashMap<Column, Expr>();
        var twice = new LinkedHashSet<Column>();
        for (var operator : OPERATORS) {
            update.arguments()
                    .apply(operator)
                    .filter(Input.Fields.class::isInstance)
                    .map(Input.Fields.class::cast)
                    .ifPresent(fields -> fields.of().values().forEach(entry -> {
                        var column = ((InputMeaning.ColumnInput) entry.meaning()).column();
                        var value = value(scope, operator, column, entry.value(), target);
                        if (byColumn.put(column, value) != null) {
                            twice.add(column);
                        }
                    }));
        }
        refuse(update.path(), twice);
        rule.presets()
                .forEach((column, preset) -> byColumn.put(column, new ColumnInputs(scope).preset(column, preset)));
        var assignments = new ArrayList<Body.Assignment>();
        byColumn.forEach((column, value) ->
                assignments.add(new Body.Assignment(column.name().value(), value)));
        return assignments;
    }

    private static void refuse(Path path, Set<Column> twice) {
        if (!twice.isEmpty()) {
            var names =
                    twice.stream().map(column -> "'" + column.name() + "'").collect(Collectors.joining(", ", "[", "]"));
            throw ApiException.validation(path, "Column found in multiple operators: " + names + ".");
        }
    }

    private Expr value(StatementScope scope, ArgumentName operator, Column column, Input input, Access.Target target) {
        var old = target.column(column);
        var inputs = new ColumnInputs(scope);
        return switch (operator) {
            case SET -> inputs.value(column, input);
            case INC -> new Expr.Binary(old, Operator.PLUS, inputs.value(column, input));
            case MUL -> new Expr.Binary(old, Operator.TIMES, inputs.value(column, input));
            case DEFAULT -> new Expr.Default();
            case APPEND -> new Expr.Binary(old, Operator.CONCAT, inputs.value(column, input));
            case PREPEND -> new Expr.Binary(inputs.value(column, input), Operator.CONCAT, old);
            case DELETE_KEY -> new Expr.Binary(old, Operator.MINUS, text(scope, input));
            case DELETE_ELEM -> new Expr.Binary(old, Operator.MINUS, new Expr.Cast(text(scope, input), TypeName.INT4));
            case DELETE_AT_PATH ->
                new Expr.Binary(old, Operator.DELETE_PATH, scope.texts(input.source(), null, input.path()));
            default -> throw new IllegalStateException("no operator of an update: " + operator);
        };
    }

    private static Expr text(StatementScope scope, Input input) {
        var text = scope.text(input.source(), null, input.path());
        return Casts.to(text, PgType.builtin("text"));
    }
}
