package dev.dovetail.model;

import dev.dovetail.catalog.FunctionInfo;
import dev.dovetail.model.Routine.Parameter;
import dev.dovetail.name.FunctionName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a function's parameters, and words what stands against using it as the reference does. */
final class RoutineReader {
    private final FunctionInfo info;

    RoutineReader(FunctionInfo info) {
        this.info = info;
    }

    /** The one function of that name; throws {@link Unresolvable} when there is none, or several. */
    static FunctionInfo only(FunctionName name, List<FunctionInfo> overloads) {
        return switch (overloads.size()) {
            case 0 -> throw new Unresolvable("no such function exists: \"" + name.display() + "\"");
            case 1 -> overloads.getFirst();
            default ->
                throw new Unresolvable(
                        "function \"" + name.display() + "\" is overloaded. Overloaded functions are not supported");
        };
    }

    /** The position of a named argument; -1 when no argument has that name. */
    int indexOf(String argument) {
        for (var i = 0; i < info.arguments().size(); i++) {
            if (argument.equals(info.arguments().get(i).name())) {
                return i;
            }
        }
        return -1;
    }

    /**
     * @param row the position of the argument that takes the row; -1 for none
     * @param session the position of the argument that takes the session variables; -1 for none
     */
    Routine read(int row, int session) {
        var arguments = info.arguments();
        var parameters = new ArrayList<Parameter>();
        var unnamed = 0;
        for (var i = 0; i < arguments.size(); i++) {
            var argument = arguments.get(i);
            if (i == row) {
                parameters.add(new Parameter.Row(argument.name()));
            } else if (i == session) {
                parameters.add(new Parameter.Session(argument.name(), argument.type()));
            } else {
                unnamed += argument.name() == null ? 1 : 0;
                var field = Objects.requireNonNullElse(argument.name(), "arg_" + unnamed);
                var optional = i >= arguments.size() - info.defaults();
                parameters.add(new Parameter.Given(argument.name(), field, PgTypes.of(argument.type()), optional));
            }
        }
        return new Routine(info.name(), parameters);
    }

    /** {@code because …}, or a list when there are several. */
    static String because(List<String> reasons) {
        if (reasons.size() == 1) {
            return "because " + reasons.getFirst();
        }
        var list = new StringBuilder("for the following reasons:\n");
        reasons.forEach(reason -> list.append("  • ").append(reason).append('\n'));
        return list.toString();
    }

    static String quoted(@Nullable Object name) {
        return "\"" + name + "\"";
    }
}
