package dev.dovetail.schema;

import static dev.dovetail.schema.Uses.field;
import static dev.dovetail.schema.Uses.required;
import static dev.dovetail.schema.Uses.requiredList;

import dev.dovetail.graphql.type.FieldDef;
import dev.dovetail.graphql.type.InputField;
import dev.dovetail.model.Function;
import java.util.ArrayList;
import java.util.List;

/** The root fields of tracked functions. They answer rows of a table, so they take what a selection of it takes. */
final class FunctionRoots {
    private final Visibility visibility;
    private final SelectArguments arguments;
    private final RowTypes rows;
    private final RoutineTypes routines;

    FunctionRoots(Visibility visibility, SelectArguments arguments, RowTypes rows, RoutineTypes routines) {
        this.visibility = visibility;
        this.arguments = arguments;
        this.rows = rows;
        this.routines = routines;
    }

    boolean exists(Function function, boolean aggregate) {
        return visibility.callable(function) && (!aggregate || visibility.aggregatable(function.table()));
    }

    FieldDef<Meaning> build(Function function, boolean aggregate) {
        var names = function.names();
        var table = function.table();
        var naming = table.naming();
        if (aggregate) {
            return field(
                    naming.root(names.aggregate()),
                    names.aggregateDescription(),
                    arguments(function, names.aggregate()),
                    required(rows.aggregates().of(table)),
                    new FieldMeaning.CallFunctionAggregate(function));
        }
        return field(
                naming.root(names.field()),
                names.description(),
                arguments(function, names.field()),
                function.set() ? requiredList(rows.of(table)) : rows.of(table),
                new FieldMeaning.CallFunction(function));
    }

    private List<InputField<Meaning>> arguments(Function function, String field) {
        var description = "input parameters for function \"" + field + "\"";
        var all = new ArrayList<>(routines.arguments(
                function.table().naming(), function.routine(), function.names().arguments(), description));
        all.addAll(arguments.of(function.table()));
        return all;
    }
}
