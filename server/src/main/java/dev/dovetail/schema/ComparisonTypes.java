package dev.dovetail.schema;

import static dev.dovetail.schema.Uses.input;
import static dev.dovetail.schema.Uses.listOfRequired;

import dev.dovetail.catalog.PgType;
import dev.dovetail.graphql.type.InputField;
import dev.dovetail.graphql.type.InputObjectType;
import dev.dovetail.graphql.type.Lazy;
import dev.dovetail.graphql.type.TypeUse;
import dev.dovetail.model.ColumnType;
import dev.dovetail.model.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code String_comparison_exp} and its kin: which operators each type of column has. */
final class ComparisonTypes {
    private static final ColumnType STRING = new ColumnType.Scalar("String", PgType.builtin("text"));
    private static final Set<String> TEXT = Set.of("String", "citext", "bpchar");

    private final Registry registry;
    private final ScalarTypes scalars;

    ComparisonTypes(Registry registry, ScalarTypes scalars) {
        this.registry = registry;
        this.scalars = scalars;
    }

    TypeUse<Meaning> of(ColumnType type) {
        var name = stem(type) + "_comparison_exp";
        return registry.named(
                name,
                () -> new InputObjectType<>(
                        name,
                        "Boolean expression to compare columns of type \"" + shown(type)
                                + "\". All fields are combined with logical 'AND'.",
                        Lazy.of(() -> Uses.sorted(operators(type)))));
    }

    private static String stem(ColumnType type) {
        return switch (type) {
            case ColumnType.Scalar(var graphql, var _) -> graphql;
            case ColumnType.EnumOf(var table, var _) -> table.get().stem() + "_enum";
            case ColumnType.ArrayOf(var element, var _) -> stem(element) + "_array";
        };
    }

    private static String shown(ColumnType type) {
        return switch (type) {
            case ColumnType.ArrayOf(var element, var _) -> stem(element);
            case ColumnType.Scalar _, ColumnType.EnumOf _ -> stem(type);
        };
    }

    private List<InputField<Meaning>> operators(ColumnType type) {
        var use = scalars.of(type);
        var operators = new ArrayList<InputField<Meaning>>();
        operators.add(operator(Comparison.IS_NULL, null, scalars.scalar("Boolean")));
        operators.add(operator(Comparison.EQ, null, use));
        operators.add(operator(Comparison.NEQ, null, use));
        operators.add(operator(Comparison.IN, null, listOfRequired(use)));
        operators.add(operator(Comparison.NIN, null, listOfRequired(use)));
        if (type instanceof ColumnType.EnumOf) {
            return operators;
        }
        operators.add(operator(Comparison.GT, null, use));
        operators.add(operator(Comparison.LT, null, use));
        operators.add(operator(Comparison.GTE, null, use));
        operators.add(operator(Comparison.LTE, null, use));
        switch (type) {
            case ColumnType.Scalar(var graphql, var _) -> {
                if (TEXT.contains(graphql)) {
                    operators.addAll(text(use));
                }
                if (graphql.equals("jsonb")) {
                    operators.add(input("_cast", null, jsonbCast(), new InputMeaning.CastToText()));
                    operators.addAll(jsonb(use));
                }
            }
            case ColumnType.ArrayOf _ -> {
                operators.add(operator(
                        Comparison.CONTAINS, "does the array contain all the elements of the given array", use));
                operators.add(
                        operator(Comparison.CONTAINED_IN, "is the array contained in the given array value", use));
            }
            case ColumnType.EnumOf _ -> {}
        }
        return operators;
    }

    private static List<InputField<Meaning>> text(TypeUse<Meaning> use) {
        return List.of(
                operator(Comparison.LIKE, "does the column match the given pattern", use),
                operator(Comparison.NLIKE, "does the column NOT match the given pattern", use),
                operator(Comparison.ILIKE, "does the column match the given case-insensitive pattern", use),
                operator(Comparison.NILIKE, "does the column NOT match the given case-insensitive pattern", use),
                operator(Comparison.SIMILAR, "does the column match the given SQL regular expression", use),
                operator(Comparison.NSIMILAR, "does the column NOT match the given SQL regular expression", use),
                operator(
                        Comparison.REGEX,
                        "does the column match the given POSIX regular expression, case sensitive",
                        use),
                operator(
                        Comparison.IREGEX,
                        "does the column match the given POSIX regular expression, case insensitive",
                        use),
                operator(
                        Comparison.NREGEX,
                        "does the column NOT match the given POSIX regular expression, case sensitive",
                        use),
                operator(
                        Comparison.NIREGEX,
                        "does the column NOT match the given POSIX regular expression, case insensitive",
                        use));
    }

    private TypeUse<Meaning> jsonbCast() {
        var name = "jsonb_cast_exp";
        return registry.named(
                name,
                () -> new InputObjectType<>(
                        name,
                        null,
                        Lazy.of(() -> Uses.sorted(
                                List.of(input("String", null, of(STRING), new InputMeaning.CastToText()))))));
    }

    private List<InputField<Meaning>> jsonb(TypeUse<Meaning> use) {
        var string = scalars.scalar("String");
        return List.of(
                operator(Comparison.CONTAINS, "does the column contain the given json value at the top level", use),
                operator(Comparison.CONTAINED_IN, "is the column contained in the given json value", use),
                operator(Comparison.HAS_KEY, "does the string exist as a top-level key in the column", string),
                operator(
                        Comparison.HAS_KEYS_ANY,
                        "do any of these strings exist as top-level keys in the column",
                        listOfRequired(string)),
                operator(
                        Comparison.HAS_KEYS_ALL,
                        "do all of these strings exist as top-level keys in the column",
                        listOfRequired(string)));
    }

    private static InputField<Meaning> operator(
            Comparison comparison, @Nullable String description, TypeUse<Meaning> type) {
        return input(comparison.wire(), description, type, new InputMeaning.Operator(comparison));
    }
}
