package dev.dovetail.planner;

import dev.dovetail.json.Json;
import dev.dovetail.sql.Alias;
import dev.dovetail.sql.Expr;
import dev.dovetail.sql.From;
import dev.dovetail.sql.Item;
import dev.dovetail.sql.Operator;
import dev.dovetail.sql.Order;
import dev.dovetail.sql.Select;
import dev.dovetail.sql.TypeName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Objects in JSON. {@code row_to_json} over a row whose columns have the response keys is the quickest, but a column's
 * name ends after 63 bytes and a row after 1,600 columns; beyond that the text is put together from its pieces.
 */
final class JsonShape {
    private static final int COLUMN_NAME_BYTES_MAX = 63;
    private static final int COLUMNS_MAX = 1_600;

    private JsonShape() {}

    /** A response key and its value. */
    record Field(String key, Expr value) {}

    /** What gives the object, and the rows it must be joined to for that (null when none). */
    record Built(Expr json, @Nullable From from) {}

    /** @param from the rows the values are taken from; null when they need none */
    static Built object(List<Field> fields, @Nullable From from, Alias row) {
        if (!fitsRow(fields)) {
            return new Built(text(fields), from);
        }
        var items =
                fields.stream().map(each -> new Item(each.value(), each.key())).toList();
        var select = Select.of(items);
        var joined = from == null
                ? new From.Subselect(select, row, false)
                : new From.Join(from, From.Join.Kind.INNER, new From.Subselect(select, row, true), Expr.TRUE);
        return new Built(Expr.call("row_to_json", new Expr.WholeRow(row)), joined);
    }

    private static boolean fitsRow(List<Field> fields) {
        var seen = new HashSet<String>();
        return fields.size() <= COLUMNS_MAX
                && fields.stream()
                        .allMatch(each -> each.key().getBytes(StandardCharsets.UTF_8).length <= COLUMN_NAME_BYTES_MAX
                                && seen.add(each.key()));
    }

    /** {@code {"key": …}} by concatenation; also where aggregates stand, which a subselect could not hold. */
    static Expr text(List<Field> fields) {
        var pieces = new ArrayList<Expr>();
        pieces.add(new Expr.Text("{"));
        var separator = "";
        for (var field : fields) {
            pieces.add(new Expr.Text(separator + Json.write(Json.string(field.key())) + ":"));
            pieces.add(Expr.call("coalesce", asText(field.value()), new Expr.Text("null")));
            separator = ",";
        }
        pieces.add(new Expr.Text("}"));
        return new Expr.Cast(concat(pieces), TypeName.JSON);
    }

    private static Expr asText(Expr value) {
        return new Expr.Cast(Expr.call("to_json", value), TypeName.TEXT);
    }

    /** By halves: a chain of thousands would be too deep a tree, for us as for Postgres. */
    private static Expr concat(List<Expr> pieces) {
        if (pieces.size() == 1) {
            return pieces.getFirst();
        }
        var middle = pieces.size() / 2;
        return new Expr.Binary(
                concat(pieces.subList(0, middle)), Operator.CONCAT, concat(pieces.subList(middle, pieces.size())));
    }

    /** A list of all rows' objects; never null. */
    static Expr list(Expr json, List<Order> orderBy) {
        return Expr.call(
                "coalesce",
                new Expr.Aggregate("json_agg", false, List.of(json), orderBy, null),
                new Expr.Cast(new Expr.Text("[]"), TypeName.JSON));
    }
}
