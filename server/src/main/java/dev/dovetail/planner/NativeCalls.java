package dev.dovetail.planner;

import dev.dovetail.model.NativeQuery;
import dev.dovetail.operation.BoundField;
import dev.dovetail.operation.Input;
import dev.dovetail.schema.ArgumentName;
import dev.dovetail.schema.InputMeaning;
import dev.dovetail.sql.Expr;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a client gives to a native query: values, each cast to the type of its argument. */
final class NativeCalls {
    private final ColumnInputs inputs;

    NativeCalls(StatementScope scope) {
        this.inputs = new ColumnInputs(scope);
    }

    /** The values of the query's holes. */
    List<Expr> values(NativeQuery query, BoundField field) {
        var given = given(field);
        return query.code().holes().stream()
                .map(argument -> value(argument, given))
                .toList();
    }

    private Expr value(NativeQuery.Argument argument, Map<String, Input> given) {
        var input = given.get(argument.name());
        return input == null || input.isNull()
                ? new Expr.Cast(Expr.NULL, Casts.name(argument.type().pg()))
                : inputs.value(argument.type(), input);
    }

    private static Map<String, Input> given(BoundField field) {
        var values = new LinkedHashMap<String, Input>();
        field.argument(ArgumentName.ARGS)
                .filter(Input.Fields.class::isInstance)
                .map(Input.Fields.class::cast)
                .ifPresent(fields -> fields.of().values().forEach(entry -> {
                    var argument = ((InputMeaning.NativeArgument) entry.meaning()).argument();
                    values.put(argument.name(), entry.value());
                }));
        return values;
    }
}
