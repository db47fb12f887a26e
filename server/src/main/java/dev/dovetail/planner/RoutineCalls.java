package dev.dovetail.planner;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.model.Function;
import dev.dovetail.model.Routine;
import dev.dovetail.model.Routine.Parameter;
import dev.dovetail.model.ValueSource;
import dev.dovetail.operation.BoundField;
import dev.dovetail.operation.Input;
import dev.dovetail.schema.ArgumentName;
import dev.dovetail.schema.InputMeaning;
import dev.dovetail.sql.Expr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Calls of functions. From the first argument that is left out on, arguments go by name. */
final class RoutineCalls {
    private final StatementScope scope;
    private final ColumnInputs inputs;

    RoutineCalls(StatementScope scope) {
        this.scope = scope;
        this.inputs = new ColumnInputs(scope);
    }

    /** A call in a selection, with what the client gives as {@code args}. */
    Expr.NamedCall call(Routine routine, BoundField field, Supplier<Expr> row) {
        var args = field.argument(ArgumentName.ARGS);
        var given = args.filter(Input.Fields.class::isInstance).map(Input.Fields.class::cast);
        var path = args.map(Input::path).orElse(field.path());
        return call(routine, given.map(RoutineCalls::byField).orElseGet(LinkedHashMap::new), row, path);
    }

    /** A call of a function that takes no row. */
    Expr.NamedCall call(Function function, BoundField field) {
        return call(function.routine(), field, () -> {
            throw new IllegalStateException("function " + function + " is called on no row");
        });
    }

    /** A call where nothing has to be given, in a filter or an order. */
    Expr.NamedCall call(Routine routine, Supplier<Expr> row) {
        return call(routine, new LinkedHashMap<>(), row, Path.ROOT);
    }

    private static Map<String, Input> byField(Input.Fields given) {
        var values = new LinkedHashMap<String, Input>();
        given.of().values().forEach(entry -> {
            var parameter = ((InputMeaning.RoutineArgument) entry.meaning()).parameter();
            values.put(parameter.field(), entry.value());
        });
        return values;
    }

    private Expr.NamedCall call(Routine routine, Map<String, Input> given, Supplier<Expr> row, Path path) {
        var arguments = new ArrayList<Expr.NamedCall.Argument>();
        var named = false;
        for (var parameter : routine.parameters()) {
            var value = value(parameter, given, row, path);
            if (value == null) {
                named = true;
                continue;
            }
            if (named && parameter.name() == null) {
                throw refused(path, "Only last set of positional arguments can be omitted");
            }
            arguments.add(new Expr.NamedCall.Argument(named ? parameter.name() : null, value));
        }
        return new Expr.NamedCall(routine.name().schema(), routine.name().name(), arguments);
    }

    /** Null for what is left to the function's default. */
    private @Nullable Expr value(Parameter parameter, Map<String, Input> given, Supplier<Expr> row, Path path) {
        return switch (parameter) {
            case Parameter.Row _ -> row.get();
            case Parameter.Session(var _, var type) ->
                Casts.to(scope.json(new ValueSource.SessionObject(), null, Path.ROOT), type);
            case Parameter.Given(var _, var field, var type, var optional) -> {
                var input = given.get(field);
                if (input == null && !optional) {
                    throw refused(path, "Non default arguments cannot be omitted");
                }
                yield input == null ? null : inputs.value(type, input);
            }
        };
    }

    private static ApiException refused(Path path, String message) {
        return new ApiException(ErrorCode.NOT_SUPPORTED, path, message);
    }
}
