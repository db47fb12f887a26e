package dev.dovetail.operation;

import dev.dovetail.graphql.ScalarRule;
import dev.dovetail.graphql.type.InputField;
import dev.dovetail.model.ColumnType;
import dev.dovetail.model.Comparison;
import dev.dovetail.schema.ArgumentName;
import dev.dovetail.schema.InputMeaning;
import dev.dovetail.schema.Meaning;
import java.util.Set;

/**
 * How values are read where an argument stands.
 *
 * @param ofArrays whether a list stands for an array of Postgres: it takes null items although that is not shown, and a
 *     string for a literal, <code>{1,2}</code>
 * @param refusesNull although the schema says that it may be left out: null must never mean "no filter", "no change" or
 *     another number than was asked for
 */
record Leaf(ScalarRule.Kind kind, boolean ofArrays, boolean refusesNull) {
    /** What takes a list only where the column is an array. */
    private static final Set<Comparison> TAKE_A_VALUE_OF_THE_COLUMN = Set.of(
            Comparison.EQ,
            Comparison.NEQ,
            Comparison.GT,
            Comparison.LT,
            Comparison.GTE,
            Comparison.LTE,
            Comparison.CONTAINS,
            Comparison.CONTAINED_IN);

    private static final Set<ArgumentName> WANT_A_VALUE = Set.of(
            ArgumentName.COLUMNS,
            ArgumentName.DISTINCT,
            ArgumentName.PATH,
            ArgumentName.SET,
            ArgumentName.INC,
            ArgumentName.APPEND,
            ArgumentName.PREPEND,
            ArgumentName.DELETE_KEY,
            ArgumentName.DELETE_ELEM,
            ArgumentName.DELETE_AT_PATH,
            ArgumentName.ON_CONFLICT,
            ArgumentName.CONFLICT_WHERE);

    static Leaf of(InputField<Meaning> definition) {
        if (!(definition.meaning() instanceof InputMeaning meaning)) {
            return new Leaf(ScalarRule.Kind.LANGUAGE, false, false);
        }
        var arrayColumn =
                meaning instanceof InputMeaning.ColumnInput(var column) && column.type() instanceof ColumnType.ArrayOf;
        var comparesArrays = meaning instanceof InputMeaning.Operator(var comparison)
                && TAKE_A_VALUE_OF_THE_COLUMN.contains(comparison);
        return new Leaf(ruleKind(meaning), arrayColumn || comparesArrays, refusesNull(meaning));
    }

    private static boolean refusesNull(InputMeaning meaning) {
        return switch (meaning) {
            case InputMeaning.ColumnInput(var column) -> !column.nullable();
            case InputMeaning.Argument(var name) -> WANT_A_VALUE.contains(name);
            case InputMeaning.AndAll _,
                    InputMeaning.OrAny _,
                    InputMeaning.Negation _,
                    InputMeaning.ColumnFilter _,
                    InputMeaning.ComputedValueFilter _,
                    InputMeaning.ComputedRowsFilter _,
                    InputMeaning.RelatedFilter _,
                    InputMeaning.AggregateFilter _,
                    InputMeaning.AggregatePredicate _,
                    InputMeaning.PredicatePart _,
                    InputMeaning.Operator _,
                    InputMeaning.Cast _,
                    InputMeaning.CastTo _ -> true;
            default -> false;
        };
    }

    /**
     * Columns take more than GraphQL's scalars do; {@code limit} and {@code offset} are shown as Int but are neither.
     */
    private static ScalarRule.Kind ruleKind(InputMeaning meaning) {
        return switch (meaning) {
            case InputMeaning.ColumnInput _,
                    InputMeaning.KeyColumn _,
                    InputMeaning.Nearness _,
                    InputMeaning.RoutineArgument _ -> ScalarRule.Kind.COLUMN;
            case InputMeaning.Operator(var comparison) ->
                comparison == Comparison.IS_NULL ? ScalarRule.Kind.LANGUAGE : ScalarRule.Kind.COLUMN;
            case InputMeaning.Argument(var name) ->
                switch (name) {
                    case LIMIT -> ScalarRule.Kind.NON_NEGATIVE_INT;
                    case OFFSET -> ScalarRule.Kind.BIG_INT;
                    default -> ScalarRule.Kind.LANGUAGE;
                };
            default -> ScalarRule.Kind.LANGUAGE;
        };
    }
}
