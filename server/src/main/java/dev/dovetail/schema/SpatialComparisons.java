package dev.dovetail.schema;

import static dev.dovetail.schema.ComparisonTypes.operator;
import static dev.dovetail.schema.Uses.input;
import static dev.dovetail.schema.Uses.required;

import dev.dovetail.graphql.ast.Value;
import dev.dovetail.graphql.type.InputField;
import dev.dovetail.graphql.type.InputObjectType;
import dev.dovetail.graphql.type.Lazy;
import dev.dovetail.graphql.type.TypeUse;
import dev.dovetail.model.Comparison;
import dev.dovetail.model.Naming;
import java.util.ArrayList;
import java.util.List;

/** The operators of PostGIS's types. */
final class SpatialComparisons {
    private final Registry registry;
    private final ScalarTypes scalars;

    SpatialComparisons(Registry registry, ScalarTypes scalars) {
        this.registry = registry;
        this.scalars = scalars;
    }

    List<InputField<Meaning>> geometry(Naming naming, TypeUse<Meaning> use) {
        var distance = geometryDistance(use);
        return List.of(
                operator(naming, Comparison.ST_CONTAINS, "does the column contain the given geometry value", use),
                operator(naming, Comparison.ST_CROSSES, "does the column cross the given geometry value", use),
                operator(
                        naming,
                        Comparison.ST_EQUALS,
                        "is the column equal to given geometry value (directionality is ignored)",
                        use),
                operator(
                        naming,
                        Comparison.ST_OVERLAPS,
                        "does the column 'spatially overlap' (intersect but not completely contain) the given"
                                + " geometry value",
                        use),
                operator(
                        naming,
                        Comparison.ST_TOUCHES,
                        "does the column have atleast one point in common with the given geometry value",
                        use),
                operator(naming, Comparison.ST_WITHIN, "is the column contained in the given geometry value", use),
                operator(
                        naming,
                        Comparison.ST_INTERSECTS,
                        "does the column spatially intersect the given geometry value",
                        use),
                operator(
                        naming,
                        Comparison.ST_3D_INTERSECTS,
                        "does the column spatially intersect the given geometry value in 3D",
                        use),
                operator(
                        naming,
                        Comparison.ST_D_WITHIN,
                        "is the column within a given distance from the given geometry value",
                        distance),
                operator(
                        naming,
                        Comparison.ST_3D_D_WITHIN,
                        "is the column within a given 3D distance from the given geometry value",
                        distance));
    }

    List<InputField<Meaning>> geography(Naming naming, TypeUse<Meaning> use) {
        return List.of(
                operator(
                        naming,
                        Comparison.ST_INTERSECTS,
                        "does the column spatially intersect the given geography value",
                        use),
                operator(
                        naming,
                        Comparison.ST_D_WITHIN,
                        "is the column within a given distance from the given geography value",
                        geographyDistance(use)));
    }

    private TypeUse<Meaning> geometryDistance(TypeUse<Meaning> from) {
        var name = "st_d_within_input";
        return registry.named(
                name, () -> new InputObjectType<>(name, null, Lazy.of(() -> Uses.sorted(distanceFrom(from)))));
    }

    private TypeUse<Meaning> geographyDistance(TypeUse<Meaning> from) {
        var name = "st_d_within_geography_input";
        return registry.named(
                name,
                () -> new InputObjectType<>(name, null, Lazy.of(() -> {
                    var fields = new ArrayList<>(distanceFrom(from));
                    fields.add(new InputField<>(
                            "use_spheroid",
                            null,
                            scalars.scalar("Boolean"),
                            new Value.BooleanValue(true),
                            new InputMeaning.Nearness(InputMeaning.Nearness.Part.USE_SPHEROID)));
                    return Uses.sorted(fields);
                })));
    }

    private List<InputField<Meaning>> distanceFrom(TypeUse<Meaning> from) {
        return List.of(
                input(
                        "distance",
                        null,
                        required(scalars.scalar("Float")),
                        new InputMeaning.Nearness(InputMeaning.Nearness.Part.DISTANCE)),
                input("from", null, required(from), new InputMeaning.Nearness(InputMeaning.Nearness.Part.FROM)));
    }
}
