package dev.dovetail.schema;

import static dev.dovetail.schema.Uses.argument;
import static dev.dovetail.schema.Uses.input;
import static dev.dovetail.schema.Uses.listOfRequired;

import dev.dovetail.graphql.type.EnumType;
import dev.dovetail.graphql.type.EnumValueDef;
import dev.dovetail.graphql.type.InputField;
import dev.dovetail.graphql.type.InputObjectType;
import dev.dovetail.graphql.type.Lazy;
import dev.dovetail.graphql.type.TypeUse;
import dev.dovetail.model.LogicalModel;
import java.util.ArrayList;
import java.util.List;

/**
 * What a selection of a logical model's rows takes. Unlike in the reference a role filters and sorts only by fields
 * that it may read: by comparing, a hidden value could be found out.
 */
final class LogicalModelTypes {
    private final Registry registry;
    private final Visibility visibility;
    private final ScalarTypes scalars;
    private final ComparisonTypes comparisons;

    LogicalModelTypes(Registry registry, Visibility visibility, ScalarTypes scalars) {
        this.registry = registry;
        this.visibility = visibility;
        this.scalars = scalars;
        this.comparisons = new ComparisonTypes(registry, scalars);
    }

    List<InputField<Meaning>> arguments(LogicalModel model) {
        var all = new ArrayList<InputField<Meaning>>();
        var readsAny = !visibility.fields(model).isEmpty();
        if (readsAny) {
            all.add(argument(model.naming(), ArgumentName.DISTINCT_ON, listOfRequired(selectColumn(model))));
        }
        all.add(argument(model.naming(), ArgumentName.LIMIT, scalars.scalar("Int")));
        all.add(argument(model.naming(), ArgumentName.OFFSET, scalars.scalar("Int")));
        if (readsAny) {
            all.add(argument(model.naming(), ArgumentName.ORDER_BY, listOfRequired(orderBy(model))));
        }
        all.add(argument(model.naming(), ArgumentName.WHERE, boolExp(model)));
        return all;
    }

    private TypeUse<Meaning> selectColumn(LogicalModel model) {
        var name = model.selectColumnType();
        return registry.named(
                name,
                () -> new EnumType<>(
                        name,
                        null,
                        visibility.fields(model).stream()
                                .map(field -> new EnumValueDef(field.field(), "column name", null))
                                .toList()));
    }

    private TypeUse<Meaning> orderBy(LogicalModel model) {
        var name = model.orderByType();
        return registry.named(
                name,
                () -> new InputObjectType<>(
                        name,
                        "Ordering options when selecting data from \"" + model + "\".",
                        Lazy.of(() -> Uses.sorted(visibility.fields(model).stream()
                                .map(field -> input(
                                        field.field(),
                                        null,
                                        OrderByTypes.direction(model.naming(), registry),
                                        new InputMeaning.OrderByColumn(field)))
                                .toList()))));
    }

    private TypeUse<Meaning> boolExp(LogicalModel model) {
        var name = model.boolExpType();
        return registry.named(
                name,
                () -> new InputObjectType<>(
                        name,
                        "Boolean expression to filter rows from the logical model for \"" + model
                                + "\". All fields are combined with a logical 'AND'.",
                        Lazy.of(() -> Uses.sorted(conditions(model)))));
    }

    private List<InputField<Meaning>> conditions(LogicalModel model) {
        var self = boolExp(model);
        var fields = new ArrayList<InputField<Meaning>>();
        fields.add(input("_and", null, listOfRequired(self), new InputMeaning.AndAll()));
        fields.add(input("_not", null, self, new InputMeaning.Negation()));
        fields.add(input("_or", null, listOfRequired(self), new InputMeaning.OrAny()));
        for (var field : visibility.fields(model)) {
            fields.add(input(
                    field.field(),
                    null,
                    comparisons.of(model.naming(), field.type()),
                    new InputMeaning.ColumnFilter(field)));
        }
        return fields;
    }
}
