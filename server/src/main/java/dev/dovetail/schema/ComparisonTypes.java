package dev.dovetail.schema;

import static dev.dovetail.schema.Uses.input;
import static dev.dovetail.schema.Uses.listOfRequired;

import dev.dovetail.graphql.type.InputField;
import dev.dovetail.graphql.type.InputObjectType;
import dev.dovetail.graphql.type.Lazy;
import dev.dovetail.graphql.type.TypeUse;
import dev.dovetail.model.ColumnType;
import dev.dovetail.model.Comparison;
import dev.dovetail.model.NameParts;
import dev.dovetail.model.Naming;
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
    private final JsonPathComparisons paths;

    ComparisonTypes(Registry registry, ScalarTypes scalars) {
        this.registry = registry;
        this.scalars = scalars;
        this.spatial = new SpatialComparisons(registry, scalars);
        this.paths = new JsonPathComparisons(registry, scalars, this);
    }

    TypeUse<Meaning> of(Naming naming, ColumnType type) {
        var name = naming.plainType(scalars.stem(type) + "_comparison_exp");
        return registry.named(
                name,
                () -> new InputObjectType<>(
                        name,
                        "Boolean expression to compare columns of type \"" + shown(type)
                                + "\". All fields are combined with logical 'AND'.",
                        Lazy.of(() -> Uses.sorted(operators(naming, type)))));
    }

    /** For a jsonb column whose filters may look at a path within it. */
    TypeUse<Meaning> withPaths(Naming naming, ColumnType jsonb) {
        var name = naming.plainType("jsonb_path_comparison_exp");
        return registry.named(
                name,
                () -> new InputObjectType<>(
                        name,
                        "Boolean expression to compare columns of type \"jsonb\", also at a path within them. All"
                                + " fields are combined with logical 'AND'.",
                        Lazy.of(() -> {
                            var all = operators(naming, jsonb);
                            all.addAll(paths.operators(naming));
                            return Uses.sorted(all);
                        })));
    }

    private String shown(ColumnType type) {
        return switch (type) {
            case ColumnType.ArrayOf(var element, var _) ->
                scalars.isList(type) ? scalars.stem(element) : scalars.stem(type);
            case ColumnType.Scalar _, ColumnType.EnumOf _ -> scalars.stem(type);
        };
    }

    private List<InputField<Meaning>> operators(Naming naming, ColumnType type) {
        var use = scalars.of(type);
        var operators = new ArrayList<InputField<Meaning>>();
        operators.add(operator(naming, Comparison.IS_NULL, null, scalars.scalar("Boolean")));
        operators.add(operator(naming, Comparison.EQ, null, use));
        operators.add(operator(naming, Comparison.NEQ, null, use));
        operators.add(operator(naming, Comparison.IN, null, listOfRequired(use)));
        operators.add(operator(naming, Comparison.NIN, null, listOfRequired(use)));
        if (type instanceof ColumnType.EnumOf) {
            return operators;
        }
        operators.add(operator(naming, Comparison.GT, null, use));
        operators.add(operator(naming, Comparison.LT, null, use));
        operators.add(operator(naming, Comparison.GTE, null, use));
        operators.add(operator(naming, Comparison.LTE, null, use));
        switch (type) {
            case ColumnType.Scalar(var graphql, var _) -> {
                if (TEXT.contains(graphql)) {
                    operators.addAll(text(naming, use));
                }
                type.castTarget().ifPresent(target -> operators.add(cast(naming, graphql, target)));
                switch (graphql) {
                    case "jsonb" -> operators.addAll(jsonb(naming, use));
                    case "ltree" -> operators.addAll(ltree(naming, use));
                    case "geometry" -> operators.addAll(spatial.geometry(naming, use));
                    case "geography" -> operators.addAll(spatial.geography(naming, use));
                    default -> {}
                }
            }
            case ColumnType.ArrayOf _ -> {
                operators.add(operator(naming, Comparison.CONTAINS, "does the array contain the given value", use));
                operators.add(operator(
                        naming, Comparison.CONTAINED_IN, "is the array contained in the given array value", use));
            }
            case ColumnType.EnumOf _ -> {}
        }
        return operators;
    }

    private static List<InputField<Meaning>> text(Naming naming, TypeUse<Meaning> use) {
        return List.of(
                operator(naming, Comparison.LIKE, "does the column match the given pattern", use),
                operator(naming, Comparison.NLIKE, "does the column NOT match the given pattern", use),
                operator(naming, Comparison.ILIKE, "does the column match the given case-insensitive pattern", use),
                operator(
                        naming, Comparison.NILIKE, "does the column NOT match the given case-insensitive pattern", use),
                operator(naming, Comparison.SIMILAR, "does the column match the given SQL regular expression", use),
                operator(
                        naming, Comparison.NSIMILAR, "does the column NOT match the given SQL regular expression", use),
                operator(
                        naming,
                        Comparison.REGEX,
                        "does the column match the given POSIX regular expression, case sensitive",
                        use),
                operator(
                        naming,
                        Comparison.IREGEX,
                        "does the column match the given POSIX regular expression, case insensitive",
                        use),
                operator(
                        naming,
                        Comparison.NREGEX,
                        "does the column NOT match the given POSIX regular expression, case sensitive",
                        use),
                operator(
                        naming,
                        Comparison.NIREGEX,
                        "does the column NOT match the given POSIX regular expression, case insensitive",
                        use));
    }

    private InputField<Meaning> cast(Naming naming, String from, ColumnType target) {
        var name = naming.plainType(NameParts.of(from).then("cast", "exp"));
        var use = registry.named(
                name,
                () -> new InputObjectType<>(
                        name,
                        null,
                        Lazy.of(() -> Uses.byName(List.of(input(
                                scalars.stem(target), null, of(naming, target), new InputMeaning.CastTo(target)))))));
        return input("_cast", null, use, new InputMeaning.Cast());
    }

    private List<InputField<Meaning>> ltree(Naming naming, TypeUse<Meaning> use) {
        var lquery = scalars.scalar("lquery");
        return List.of(
                operator(naming, Comparison.ANCESTOR, "is the left argument an ancestor of right (or equal)?", use),
                operator(
                        naming,
                        Comparison.ANCESTOR_ANY,
                        "does array contain an ancestor of `ltree`?",
                        listOfRequired(use)),
                operator(naming, Comparison.DESCENDANT, "is the left argument a descendant of right (or equal)?", use),
                operator(
                        naming,
                        Comparison.DESCENDANT_ANY,
                        "does array contain a descendant of `ltree`?",
                        listOfRequired(use)),
                operator(naming, Comparison.MATCHES, "does `ltree` match `lquery`?", lquery),
                operator(
                        naming,
                        Comparison.MATCHES_ANY,
                        "does `ltree` match any `lquery` in array?",
                        listOfRequired(scalars.scalar("String"))),
                operator(
                        naming,
                        Comparison.MATCHES_FULLTEXT,
                        "does `ltree` match `ltxtquery`?",
                        scalars.scalar("ltxtquery")));
    }

    private List<InputField<Meaning>> jsonb(Naming naming, TypeUse<Meaning> use) {
        var string = scalars.scalar("String");
        return List.of(
                operator(
                        naming,
                        Comparison.CONTAINS,
                        "does the column contain the given json value at the top level",
                        use),
                operator(naming, Comparison.CONTAINED_IN, "is the column contained in the given json value", use),
                operator(naming, Comparison.HAS_KEY, "does the string exist as a top-level key in the column", string),
                operator(
                        naming,
                        Comparison.HAS_KEYS_ANY,
                        "do any of these strings exist as top-level keys in the column",
                        listOfRequired(string)),
                operator(
                        naming,
                        Comparison.HAS_KEYS_ALL,
                        "do all of these strings exist as top-level keys in the column",
                        listOfRequired(string)));
    }

    static InputField<Meaning> operator(
            Naming naming, Comparison comparison, @Nullable String description, TypeUse<Meaning> type) {
        return input(naming.field(comparison.wire()), description, type, new InputMeaning.Operator(comparison));
    }
}
