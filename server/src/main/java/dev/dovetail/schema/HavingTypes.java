package dev.dovetail.schema;

import static dev.dovetail.schema.Uses.input;
import static dev.dovetail.schema.Uses.listOfRequired;
import static dev.dovetail.schema.Uses.required;

import dev.dovetail.catalog.PgType;
import dev.dovetail.graphql.type.InputField;
import dev.dovetail.graphql.type.InputObjectType;
import dev.dovetail.graphql.type.Lazy;
import dev.dovetail.graphql.type.TypeUse;
import dev.dovetail.model.Column;
import dev.dovetail.model.ColumnType;
import dev.dovetail.model.NameParts;
import dev.dovetail.model.Table;
import dev.dovetail.schema.InputMeaning.PredicatePart.Part;
import java.util.ArrayList;
import java.util.List;

/** {@code users_group_by_having}: conditions on the aggregates of a group. Keys are for {@code where}. */
final class HavingTypes {
    private static final ColumnType INT = new ColumnType.Scalar("Int", PgType.builtin("int4"));
    private static final ColumnType BIGINT = new ColumnType.Scalar("bigint", PgType.builtin("int8"));
    private static final ColumnType NUMERIC = new ColumnType.Scalar("numeric", PgType.builtin("numeric"));
    private static final ColumnType DOUBLE = new ColumnType.Scalar("float8", PgType.builtin("float8"));

    private final Registry registry;
    private final Visibility visibility;
    private final ScalarTypes scalars;
    private final ComparisonTypes comparisons;

    HavingTypes(Registry registry, Visibility visibility, ScalarTypes scalars, ComparisonTypes comparisons) {
        this.registry = registry;
        this.visibility = visibility;
        this.scalars = scalars;
        this.comparisons = comparisons;
    }

    TypeUse<Meaning> of(Table table) {
        var name = table.typeName("group", "by", "having");
        return registry.named(
                name,
                () -> new InputObjectType<>(
                        name,
                        "Boolean expression to filter groups of rows of the table \""
                                + table.name().name() + "\". All fields are combined with a logical 'AND'.",
                        Lazy.of(() -> Uses.sorted(fields(table)))));
    }

    private List<InputField<Meaning>> fields(Table table) {
        var self = of(table);
        var fields = new ArrayList<InputField<Meaning>>();
        fields.add(input("_and", null, listOfRequired(self), new InputMeaning.AndAll()));
        fields.add(input("_not", null, self, new InputMeaning.Negation()));
        fields.add(input("_or", null, listOfRequired(self), new InputMeaning.OrAny()));
        fields.add(input("count", null, count(table), new InputMeaning.HavingCount()));
        for (var function : AggregateFunction.values()) {
            var columns =
                    visibility.columns(table).stream().filter(function::takes).toList();
            if (!columns.isEmpty()) {
                fields.add(input(
                        table.naming().field(function.wire()),
                        null,
                        function(table, function, columns),
                        new InputMeaning.HavingFunction(function.wire())));
            }
        }
        return fields;
    }

    private TypeUse<Meaning> count(Table table) {
        var name = table.typeName("group", "by", "having", "count");
        return registry.named(
                name,
                () -> new InputObjectType<>(
                        name,
                        "how many rows the group has, or how many values of columns",
                        Lazy.of(() -> Uses.sorted(List.of(
                                part(
                                        "arguments",
                                        listOfRequired(SelectColumns.of(table, registry, visibility)),
                                        Part.ARGUMENTS),
                                part("distinct", scalars.scalar("Boolean"), Part.DISTINCT),
                                part("predicate", required(comparisons.of(table.naming(), INT)), Part.PREDICATE))))));
    }

    private static InputField<Meaning> part(String name, TypeUse<Meaning> type, Part part) {
        return input(name, null, type, new InputMeaning.PredicatePart(part));
    }

    private TypeUse<Meaning> function(Table table, AggregateFunction function, List<Column> columns) {
        var name = table.typeName(NameParts.of("group_by_having").then(NameParts.of(function.wire())));
        return registry.named(
                name,
                () -> new InputObjectType<>(
                        name,
                        "compare " + function.wire() + "() of columns",
                        Lazy.of(() -> Uses.sorted(columns.stream()
                                .map(column -> {
                                    var type = answered(function, column.type());
                                    return input(
                                            column.field(),
                                            null,
                                            comparisons.of(table.naming(), type),
                                            new InputMeaning.HavingColumn(column, type));
                                })
                                .toList()))));
    }

    /** What Postgres answers for the function; deviations and averages are compared as doubles. */
    private static ColumnType answered(AggregateFunction function, ColumnType of) {
        if (!function.keepsType()) {
            return DOUBLE;
        }
        if (function != AggregateFunction.SUM) {
            return of;
        }
        if (of.isScalar("Int") || of.isScalar("smallint")) {
            return BIGINT;
        }
        return of.isScalar("bigint") ? NUMERIC : of;
    }
}
