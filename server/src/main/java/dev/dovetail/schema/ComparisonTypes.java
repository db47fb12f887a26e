package dev.dovetail.schema;

import static dev.dovetail.schema.Uses.input;
import static dev.dovetail.schema.Uses.listOfRequired;

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
    private static final Set<String> TEXT = Set.of("String", "citext", "bpchar");

    private final Registry registry;
    private final ScalarTypes scalars;
    private final SpatialComparisons spatial;

    ComparisonTypes(Registry registry, ScalarTypes scalars) {
        this.registry = registry;
        this.scalars = scalars;
        this.spatial = new SpatialComparisons(registry, scalars);
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
                type.castTarget().ifPresent(target -> operators.add(cast(graphql, target)));
                switch (graphql) {
                    case "jsonb" -> operators.addAll(jsonb(use));
                    case "ltree" -> operators.addAll(ltree(use));
                    case "geometry" -> operators.addAll(spatial.geometry(use));
                    case "geography" -> operators.addAll(spatial.geography(use));
                    default -> {}
                }
            }
            case ColumnType.ArrayOf _ -> {
                operators.add(operator(Comparison.CONTAINS, "does the array contain the given value", use));
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

    private InputField<Meaning> cast(String from, ColumnType target) {
        var name = from + "_cast_exp";
        var use = registry.named(
                name,
                () -> new InputObjectType<>(
                        name,
                        null,
                        Lazy.of(() -> Uses.byName(
                                List.of(input(stem(target), null, of(target), new InputMeaning.CastTo(target)))))));
        return input("_cast", null, use, new InputMeaning.Cast());
    }

    private List<InputField<Meaning>> ltree(TypeUse<Meaning> use) {
        var lquery = scalars.scalar("lquery");
        return List.of(
                operator(Comparison.ANCESTOR, "is the left argument an ancestor of right (or equal)?", use),
                operator(Comparison.ANCESTOR_ANY, "does array contain an ancestor of `ltree`?", listOfRequired(use)),
                operator(Comparison.DESCENDANT, "is the left argument a descendant of right (or equal)?", use),
                operator(Comparison.DESCENDANT_ANY, "does array contain a descendant of `ltree`?", listOfRequired(use)),
                operator(Comparison.MATCHES, "does `ltree` match `lquery`?", lquery),
                operator(
                        Comparison.MATCHES_ANY,
                        "does `ltree` match any `lquery` in array?",
                        listOfRequired(scalars.scalar("String"))),
                operator(Comparison.MATCHES_FULLTEXT, "does `ltree` match `ltxtquery`?", scalars.scalar("ltxtquery")));
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

    static InputField<Meaning> operator(Comparison comparison, @Nullable String description, TypeUse<Meaning> type) {
        return input(comparison.wire(), description, type, new InputMeaning.Operator(comparison));
    }
}
