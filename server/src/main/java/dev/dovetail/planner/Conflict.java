package dev.dovetail.planner;

import dev.dovetail.error.ApiException;
import dev.dovetail.model.Column;
import dev.dovetail.model.Condition;
import dev.dovetail.model.Table;
import dev.dovetail.operation.Input;
import dev.dovetail.schema.ArgumentName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client's {@code on_conflict} says. Equal ones share a statement.
 *
 * @param updated empty for leaving the row that is there as it is
 */
record Conflict(@Nullable String constraint, List<Column> updated, Condition where) {
    Conflict {
        updated = List.copyOf(updated);
    }

    /** Null when there is nothing to read. */
    static @Nullable Conflict read(@Nullable Input input, Table table) {
        if (!(input instanceof Input.Fields given)) {
            return null;
        }
        var constraint = given.argument(ArgumentName.CONSTRAINT);
        var where = given.argument(ArgumentName.CONFLICT_WHERE);
        return new Conflict(
                constraint.map(each -> ((Input.EnumName) each).name()).orElse(null),
                updated(given, table),
                where.map(WhereReader::read).orElse(Condition.ALWAYS));
    }

    private static List<Column> updated(Input.Fields given, Table table) {
        var columns = new ArrayList<Column>();
        var names = given.argument(ArgumentName.UPDATE_COLUMNS).orElseThrow();
        for (var each : ((Input.Items) names).of()) {
            var column = table.findField(((Input.EnumName) each).name())
                    .orElseThrow(() -> ApiException.validation(given.path(), "erroneous column name"));
            if (!columns.contains(column)) {
                columns.add(column);
            }
        }
        return columns;
    }
}
