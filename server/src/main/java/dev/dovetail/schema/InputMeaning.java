package dev.dovetail.schema;

import dev.dovetail.model.Column;
import dev.dovetail.model.ColumnType;
import dev.dovetail.model.Comparison;
import dev.dovetail.model.ComputedField;
import dev.dovetail.model.NativeQuery;
import dev.dovetail.model.Relationship;
import dev.dovetail.model.Routine;
import dev.dovetail.model.Table;

/** What an argument or a field of an input object stands for. */
public sealed interface InputMeaning extends Meaning {

    /** An argument of the product's own fields; which one is said by its name in {@link ArgumentName}. */
    record Argument(ArgumentName name) implements InputMeaning {}

    /** A column of the primary key, in {@code _by_pk} arguments and {@code pk_columns}. */
    record KeyColumn(Column column) implements InputMeaning {}

    record AndAll() implements InputMeaning {}

    record OrAny() implements InputMeaning {}

    record Negation() implements InputMeaning {}

    record ColumnFilter(Column column) implements InputMeaning {}

    /** A computed field that answers a value, in a filter. */
    record ComputedValueFilter(ComputedField computed, ColumnType type) implements InputMeaning {}

    /** A computed field that answers rows, in a filter: some of them must fulfil it. */
    record ComputedRowsFilter(ComputedField computed, Table rows) implements InputMeaning {}

    record RelatedFilter(Relationship relationship) implements InputMeaning {}

    /** Aggregates of related rows, in a filter. */
    record AggregateFilter(Relationship relationship) implements InputMeaning {}

    record AggregatePredicate(String function, ColumnType type) implements InputMeaning {}

    /** A part of what such a predicate is given; X and Y are arguments of functions of two columns. */
    record PredicatePart(Part part) implements InputMeaning {
        public enum Part {
            ARGUMENTS,
            X,
            Y,
            DISTINCT,
            FILTER,
            PREDICATE
        }
    }

    record Operator(Comparison comparison) implements InputMeaning {}

    /** {@code _cast}, which holds the types a column can be cast to. */
    record Cast() implements InputMeaning {}

    /** Within {@code _cast}: holds the operators of that type. */
    record CastTo(ColumnType type) implements InputMeaning {}

    /** {@code _at}: a path within a jsonb, and what stands there as each type. */
    record AtPath() implements InputMeaning {}

    /** A part of what {@code _st_d_within} and its kin are given. */
    record Nearness(Part part) implements InputMeaning {
        public enum Part {
            DISTANCE,
            FROM,
            USE_SPHEROID
        }
    }

    record OrderByColumn(Column column) implements InputMeaning {}

    record OrderByComputed(ComputedField computed) implements InputMeaning {}

    record OrderByComputedAggregate(ComputedField computed, Table rows) implements InputMeaning {}

    record OrderByRelated(Relationship relationship) implements InputMeaning {}

    record OrderByAggregate(Relationship relationship) implements InputMeaning {}

    record OrderByCount() implements InputMeaning {}

    record OrderByFunction(String function) implements InputMeaning {}

    /** In the order of groups: by what their rows have in common. */
    record OrderByKeys() implements InputMeaning {}

    /** In the order of groups: by aggregates of their rows. */
    record OrderByAggregates() implements InputMeaning {}

    /** A condition on how many rows a group has. */
    record HavingCount() implements InputMeaning {}

    /** Conditions on an aggregate function over columns of a group. */
    record HavingFunction(String function) implements InputMeaning {}

    /** @param type of the aggregate over the column */
    record HavingColumn(Column column, ColumnType type) implements InputMeaning {}

    /** What a function is given. */
    record RoutineArgument(Routine.Parameter.Given parameter) implements InputMeaning {}

    /** What a native query is given. */
    record NativeArgument(NativeQuery.Argument argument) implements InputMeaning {}

    /** A column's value in an insert or update. */
    record ColumnInput(Column column) implements InputMeaning {}

    /** In an insert: rows that are inserted with this one and related to it. */
    record NestedInsert(Relationship relationship) implements InputMeaning {}

    /** Passed on as it is: to an action's handler, a remote schema, or introspection. */
    record PassedOn() implements InputMeaning {}
}
