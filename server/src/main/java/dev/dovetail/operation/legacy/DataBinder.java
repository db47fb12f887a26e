package dev.dovetail.operation.legacy;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.graphql.ast.OperationKind;
import dev.dovetail.model.Model;
import dev.dovetail.model.Table;
import dev.dovetail.operation.BoundField;
import dev.dovetail.operation.Input;
import dev.dovetail.operation.Operation;
import dev.dovetail.schema.ArgumentName;
import dev.dovetail.schema.FieldMeaning;
import dev.dovetail.schema.SchemaKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Looks up what a data call names, for a role and what it sees. */
public final class DataBinder {
    private final Model model;
    private final Rights rights;

    public DataBinder(Model model, SchemaKey key) {
        this.model = model;
        this.rights = new Rights(key);
    }

    /** @param answerAt the keys under which the call's answer stands in the operation's */
    public record Bound(Operation operation, List<String> answerAt) {}

    /** Throws {@link ApiException} with a path that starts at the arguments. */
    public Bound bind(DataCall call) {
        return switch (call) {
            case DataCall.Select select -> select(select);
            case DataCall.Count count -> count(count);
            case DataCall.Insert insert -> mutation(new Inserts(rights).bind(insert, table(call, Path.ROOT)));
            case DataCall.Update update -> mutation(new Mutations(rights).update(update, table(call, tablePath())));
            case DataCall.Delete delete -> mutation(new Mutations(rights).delete(delete, table(call, Path.ROOT)));
        };
    }

    private static Path tablePath() {
        return Path.ROOT.key("table");
    }

    private Table table(DataCall call, Path path) {
        var target = call.target();
        var source = model.sources().get(target.source());
        var table = source == null ? null : source.tables().get(target.table());
        if (table == null) {
            throw new ApiException(ErrorCode.NOT_EXISTS, path, "table \"" + target.table() + "\" does not exist");
        }
        return table;
    }

    private Bound select(DataCall.Select call) {
        var table = table(call, tablePath());
        rights.select(table, "");
        var selects = new Selects(rights);
        var fields = selects.fields(call.selection(), table, Path.ROOT);
        var inputs = selects.arguments(call.selection(), table, Path.ROOT);
        return query(Made.field(Mutations.ROOT, new FieldMeaning.SelectMany(table), inputs, fields), List.of());
    }

    private Bound count(DataCall.Count call) {
        var table = table(call, Path.ROOT);
        rights.select(table, "; \"count\" is only allowed if the role has \"select\" permissions on the table");
        var inputs = new LinkedHashMap<String, Input.Entry>();
        if (call.distinct() != null) {
            var path = Path.ROOT.key("distinct");
            var columns = call.distinct().stream()
                    .map(each -> rights.readable(table, each.value(), path).field())
                    .toList();
            Made.argument(inputs, ArgumentName.DISTINCT_ON, Made.names(columns, path));
        }
        if (call.where() != null) {
            var where = new Wheres(rights).read(call.where(), table, Path.ROOT.key("where"));
            Made.argument(inputs, ArgumentName.WHERE, where);
        }
        var count = Made.field("count", new FieldMeaning.Count(), List.of());
        var body = Made.field("aggregate", new FieldMeaning.AggregateBody(), List.of(count));
        return query(
                Made.field(Mutations.ROOT, new FieldMeaning.SelectAggregate(table), inputs, List.of(body)),
                List.of("aggregate"));
    }

    private static Bound query(BoundField field, List<String> within) {
        var at = new ArrayList<>(List.of(Mutations.ROOT));
        at.addAll(within);
        return new Bound(new Operation(OperationKind.QUERY, null, List.of(field)), at);
    }

    private static Bound mutation(BoundField field) {
        return new Bound(new Operation(OperationKind.MUTATION, null, List.of(field)), List.of(Mutations.ROOT));
    }
}
