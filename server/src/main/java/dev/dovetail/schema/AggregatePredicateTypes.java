package dev.dovetail.schema;

import static dev.dovetail.schema.Uses.input;
import static dev.dovetail.schema.Uses.listOfRequired;
import static dev.dovetail.schema.Uses.required;

import dev.dovetail.catalog.PgType;
import dev.dovetail.graphql.type.EnumType;
import dev.dovetail.graphql.type.EnumValueDef;
import dev.dovetail.graphql.type.InputField;
import dev.dovetail.graphql.type.InputObjectType;
import dev.dovetail.graphql.type.Lazy;
import dev.dovetail.graphql.type.TypeUse;
import dev.dovetail.model.Column;
import dev.dovetail.model.ColumnType;
import dev.dovetail.model.NameParts;
import dev.dovetail.model.Relationship;
import dev.dovetail.model.Table;
import dev.dovetail.schema.InputMeaning.PredicatePart.Part;
import java.util.ArrayList;
import java.util.List;

/** {@code posts_aggregate_bool_exp}: conditions on aggregates of related rows. */
final class AggregatePredicateTypes {
    private static final ColumnType INT = new ColumnType.Scalar("Int", PgType.builtin("int4"));
    private static final ColumnType FLAG = new ColumnType.Scalar("Boolean", PgType.builtin("bool"));
    private static final ColumnType NUMBER = new ColumnType.Scalar("float8", PgType.builtin("float8"));

    /** Over one column of the type that the function also answers. */
    private enum Function {
        AVG("avg", NUMBER, 1),
        BOOL_AND("bool_and", FLAG, 1),
        BOOL_OR("bool_or", FLAG, 1),
        MAX("max", NUMBER, 1),
        MIN("min", NUMBER, 1),
        SUM("sum", NUMBER, 1),
        CORR("corr", NUMBER, 2),
        COVAR_SAMP("covar_samp", NUMBER, 2),
        STDDEV_SAMP("stddev_samp", NUMBER, 1),
        VAR_SAMP("var_samp", NUMBER, 1);

        private final String wire;
        private final ColumnType type;
        private final int arguments;

        Function(String wire, ColumnType type, int arguments) {
            this.wire = wire;
            this.type = type;
            this.arguments = arguments;
        }

        boolean takes(Column column) {
            return column.type() instanceof ColumnType.Scalar(var graphql, var _) && type.isScalar(graphql);
        }
    }

    private final Registry registry;
    private final Visibility visibility;
    private final ScalarTypes scalars;
    private final ComparisonTypes comparisons;
    private final BoolExpTypes boolExps;

    AggregatePredicateTypes(
            Registry registry,
            Visibility visibility,
            ScalarTypes scalars,
            ComparisonTypes comparisons,
            BoolExpTypes boolExps) {
        this.registry = registry;
        this.visibility = visibility;
        this.scalars = scalars;
        this.comparisons = comparisons;
        this.boolExps = boolExps;
    }

    InputField<Meaning> of(Relationship relationship) {
        var table = relationship.target().get();
        var name = table.typeName("aggregate", "bool", "exp");
        var use = registry.named(
                name, () -> new InputObjectType<>(name, null, Lazy.of(() -> Uses.sorted(functions(table)))));
        return input(
                table.naming().aggregateFilter(relationship.field()),
                null,
                use,
                new InputMeaning.AggregateFilter(relationship));
    }

    private List<InputField<Meaning>> functions(Table table) {
        var fields = new ArrayList<InputField<Meaning>>();
        if (!visibility.columns(table).isEmpty()) {
            var columns =
                    part("arguments", listOfRequired(SelectColumns.of(table, registry, visibility)), Part.ARGUMENTS);
            fields.add(function("count", table, columns, INT));
        }
        for (var function : Function.values()) {
            var columns =
                    visibility.columns(table).stream().filter(function::takes).toList();
            if (!columns.isEmpty()) {
                var arguments = part("arguments", required(arguments(function, table, columns)), Part.ARGUMENTS);
                fields.add(function(function.wire, table, arguments, function.type));
            }
        }
        return fields;
    }

    private InputField<Meaning> function(String function, Table table, InputField<Meaning> arguments, ColumnType type) {
        var naming = table.naming();
        var name = naming.customizedType(naming.field(parts(table).then(function)));
        var use = registry.named(
                name,
                () -> new InputObjectType<>(
                        name,
                        null,
                        Lazy.of(() -> Uses.sorted(List.of(
                                arguments,
                                part("distinct", scalars.scalar("Boolean"), Part.DISTINCT),
                                part("filter", boolExps.of(table), Part.FILTER),
                                part("predicate", required(comparisons.of(naming, type)), Part.PREDICATE))))));
        return input(function, null, use, new InputMeaning.AggregatePredicate(function, type));
    }

    private TypeUse<Meaning> arguments(Function function, Table table, List<Column> columns) {
        var naming = table.naming();
        var parts = parts(table).then(function.wire, "arguments", "columns");
        var predicate = naming.field(parts);
        var name = naming.type(table.stem("select", "column").then(parts));
        var column = registry.named(
                name,
                () -> new EnumType<>(
                        name,
                        "select \"" + predicate + "\" columns of table \""
                                + table.name().display() + "\"",
                        columns.stream()
                                .map(each -> new EnumValueDef(each.field(), "column name", null))
                                .toList()));
        if (function.arguments == 1) {
            return column;
        }
        var pair = naming.customizedType(naming.field(parts(table).then(function.wire, "arguments")));
        return registry.named(
                pair,
                () -> new InputObjectType<>(
                        pair,
                        null,
                        Lazy.of(() -> Uses.sorted(
                                List.of(part("X", required(column), Part.X), part("Y", required(column), Part.Y))))));
    }

    /** A function's name is one part, whatever is in it. */
    private static NameParts parts(Table table) {
        return table.stem("aggregate", "bool", "exp");
    }

    private static InputField<Meaning> part(String name, TypeUse<Meaning> type, Part part) {
        return input(name, null, type, new InputMeaning.PredicatePart(part));
    }
}
