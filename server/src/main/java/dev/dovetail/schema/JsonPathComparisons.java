package dev.dovetail.schema;

import static dev.dovetail.schema.Uses.argument;
import static dev.dovetail.schema.Uses.input;
import static dev.dovetail.schema.Uses.required;

import dev.dovetail.catalog.PgType;
import dev.dovetail.graphql.type.InputField;
import dev.dovetail.graphql.type.InputObjectType;
import dev.dovetail.graphql.type.Lazy;
import dev.dovetail.graphql.type.TypeUse;
import dev.dovetail.model.ColumnType;
import dev.dovetail.model.Comparison;
import dev.dovetail.model.Naming;
import java.util.ArrayList;
import java.util.List;

/**
 * Comparisons of what stands at a path within a jsonb column. The reference has nothing like it, so a column has them
 * only where the metadata asks for it. There is a type for each kind of value that JSON has, and no other: a cast that
 * can fail would fail on rows that the role does not see, and tell of them.
 */
final class JsonPathComparisons {
    private static final List<ColumnType> AS = List.of(
            new ColumnType.Scalar("Boolean", PgType.builtin("bool")),
            new ColumnType.Scalar("String", PgType.builtin("text")),
            new ColumnType.Scalar("jsonb", PgType.builtin("jsonb")),
            new ColumnType.Scalar("numeric", PgType.builtin("numeric")));

    private final Registry registry;
    private final ScalarTypes scalars;
    private final ComparisonTypes comparisons;

    JsonPathComparisons(Registry registry, ScalarTypes scalars, ComparisonTypes comparisons) {
        this.registry = registry;
        this.scalars = scalars;
        this.comparisons = comparisons;
    }

    /** What such a column has besides the operators of jsonb. */
    List<InputField<Meaning>> operators(Naming naming) {
        var string = scalars.scalar("String");
        return List.of(
                input(
                        naming.field("_at"),
                        "compare what stands at a path within the column",
                        at(naming),
                        new InputMeaning.AtPath()),
                ComparisonTypes.operator(
                        naming, Comparison.PATH_EXISTS, "does the SQL/JSON path find anything in the column", string),
                ComparisonTypes.operator(
                        naming, Comparison.PATH_MATCH, "is the SQL/JSON path's predicate true of the column", string));
    }

    private TypeUse<Meaning> at(Naming naming) {
        var name = naming.plainType("jsonb_at_exp");
        return registry.named(
                name,
                () -> new InputObjectType<>(
                        name,
                        "Boolean expression on what stands at a path within a jsonb: as JSON, as text, or as the number"
                                + " or boolean that it is. All fields are combined with logical 'AND'.",
                        Lazy.of(() -> {
                            var fields = new ArrayList<InputField<Meaning>>();
                            fields.add(argument(
                                    naming, ArgumentName.PATH, "such as a.b[0]", required(scalars.scalar("String"))));
                            for (var type : AS) {
                                fields.add(input(
                                        ((ColumnType.Scalar) type).graphql(),
                                        null,
                                        comparisons.of(naming, type),
                                        new InputMeaning.CastTo(type)));
                            }
                            return Uses.byName(fields);
                        })));
    }
}
