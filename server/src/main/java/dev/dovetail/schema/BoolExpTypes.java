package dev.dovetail.schema;

import static dev.dovetail.schema.Uses.input;
import static dev.dovetail.schema.Uses.listOfRequired;

import dev.dovetail.graphql.type.InputField;
import dev.dovetail.graphql.type.InputObjectType;
import dev.dovetail.graphql.type.Lazy;
import dev.dovetail.graphql.type.TypeUse;
import dev.dovetail.model.ComputedField;
import dev.dovetail.model.Table;
import java.util.ArrayList;
import java.util.List;

/** {@code users_bool_exp}: only columns and relationships that the role may read. */
final class BoolExpTypes {
    private final Registry registry;
    private final Visibility visibility;
    private final ComparisonTypes comparisons;
    private final AggregatePredicateTypes aggregates;

    BoolExpTypes(Registry registry, Visibility visibility, ScalarTypes scalars) {
        this.registry = registry;
        this.visibility = visibility;
        this.comparisons = new ComparisonTypes(registry, scalars);
        this.aggregates = new AggregatePredicateTypes(registry, visibility, scalars, comparisons, this);
    }

    ComparisonTypes comparisons() {
        return comparisons;
    }

    TypeUse<Meaning> of(Table table) {
        var name = table.typeName("bool", "exp");
        return registry.named(
                name,
                () -> new InputObjectType<>(
                        name,
                        "Boolean expression to filter rows from the table \""
                                + table.name().name() + "\". All fields are combined with a logical 'AND'.",
                        Lazy.of(() -> Uses.sorted(fields(table)))));
    }

    private List<InputField<Meaning>> fields(Table table) {
        var self = of(table);
        var fields = new ArrayList<InputField<Meaning>>();
        fields.add(input("_and", null, listOfRequired(self), new InputMeaning.AndAll()));
        fields.add(input("_not", null, self, new InputMeaning.Negation()));
        fields.add(input("_or", null, listOfRequired(self), new InputMeaning.OrAny()));
        for (var column : visibility.columns(table)) {
            var comparison = column.comparesPaths()
                    ? comparisons.withPaths(table.naming(), column.type())
                    : comparisons.of(table.naming(), column.type());
            fields.add(input(column.field(), null, comparison, new InputMeaning.ColumnFilter(column)));
        }
        for (var computed : visibility.computedFields(table)) {
            if (computed.takesNothing()) {
                fields.add(computed(table, computed));
            }
        }
        for (var relationship : visibility.relationships(table)) {
            fields.add(input(
                    relationship.field(),
                    null,
                    of(relationship.target().get()),
                    new InputMeaning.RelatedFilter(relationship)));
            if (visibility.comparesAggregates(relationship)) {
                fields.add(aggregates.of(relationship));
            }
        }
        return fields;
    }

    private InputField<Meaning> computed(Table table, ComputedField computed) {
        return switch (computed.returns()) {
            case ComputedField.Returns.Value(var type) ->
                input(
                        computed.field(),
                        null,
                        comparisons.of(table.naming(), type),
                        new InputMeaning.ComputedValueFilter(computed, type));
            case ComputedField.Returns.Rows(var rows) ->
                input(computed.field(), null, of(rows), new InputMeaning.ComputedRowsFilter(computed, rows));
        };
    }
}
