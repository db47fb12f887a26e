package dev.dovetail.planner;

import dev.dovetail.catalog.PgType;
import dev.dovetail.error.ApiException;
import dev.dovetail.model.Column;
import dev.dovetail.model.ColumnType;
import dev.dovetail.model.Condition;
import dev.dovetail.model.Relationship;
import dev.dovetail.model.Table;
import dev.dovetail.operation.Input;
import dev.dovetail.schema.InputMeaning;
import dev.dovetail.schema.InputMeaning.PredicatePart.Part;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code posts_aggregate: {count: {predicate: {_gt: 3}}}} as a condition. */
final class AggregatePredicates {
    private static final ColumnType COUNT = new ColumnType.Scalar("Int", PgType.builtin("int4"));

    private AggregatePredicates() {}

    static Condition read(Relationship relationship, Input.Fields given) {
        var functions = given.of().values();
        if (functions.size() != 1) {
            throw ApiException.validation(given.path(), "exactly one predicate should be specified");
        }
        var entry = functions.iterator().next();
        var called = (InputMeaning.AggregatePredicate) entry.meaning();
        var parts = parts((Input.Fields) Nulls.present(entry));
        var filter = parts.get(Part.FILTER);
        var columns = columns(parts.get(Part.ARGUMENTS), relationship.target().get());
        var operand = new Condition.Operand.OfAggregate(
                relationship,
                called.function(),
                columns,
                isDistinct(parts, columns),
                filter == null ? Condition.ALWAYS : WhereReader.read(Nulls.present(filter)),
                called.type());
        return WhereReader.comparisons(operand, Nulls.present(Objects.requireNonNull(parts.get(Part.PREDICATE))));
    }

    /** {@code {count: {predicate: {_gt: 3}}}} of a group. */
    static Condition ofGroup(Input.Fields given, Table table) {
        var parts = parts(given);
        var columns = columns(parts.get(Part.ARGUMENTS), table);
        var operand = new Condition.Operand.OfGroup("count", columns, isDistinct(parts, columns), COUNT);
        return WhereReader.comparisons(operand, Nulls.present(Objects.requireNonNull(parts.get(Part.PREDICATE))));
    }

    private static EnumMap<Part, Input.Entry> parts(Input.Fields given) {
        var parts = new EnumMap<Part, Input.Entry>(Part.class);
        for (var part : given.of().values()) {
            parts.put(((InputMeaning.PredicatePart) part.meaning()).part(), part);
        }
        return parts;
    }

    /** Rows that are counted whole are all distinct. */
    private static boolean isDistinct(EnumMap<Part, Input.Entry> parts, List<Column> columns) {
        var flag = parts.get(Part.DISTINCT);
        return !columns.isEmpty() && flag != null && flag.value().json().asBoolean(false);
    }

    private static List<Column> columns(Input.@Nullable Entry arguments, Table table) {
        return arguments == null
                ? List.of()
                : names(arguments.value())
                        .map(name -> table.findField(name).orElseThrow())
                        .toList();
    }

    private static Stream<String> names(Input arguments) {
        return switch (arguments) {
            case Input.Null _ -> Stream.of();
            case Input.EnumName one -> Stream.of(one.name());
            case Input.Items items -> items.enumNames().stream();
            // Functions of two columns are called with Y first.
            case Input.Fields fields -> Stream.of("Y", "X").map(name -> enumName(fields, name));
            case Input.Scalar _ -> throw new IllegalStateException("columns are enum values");
        };
    }

    private static String enumName(Input.Fields fields, String name) {
        return ((Input.EnumName) Objects.requireNonNull(fields.of().get(name)).value()).name();
    }
}
