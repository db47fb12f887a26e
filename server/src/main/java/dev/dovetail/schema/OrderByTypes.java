package dev.dovetail.schema;

import static dev.dovetail.schema.Uses.input;

import dev.dovetail.graphql.type.EnumType;
import dev.dovetail.graphql.type.EnumValueDef;
import dev.dovetail.graphql.type.InputField;
import dev.dovetail.graphql.type.InputObjectType;
import dev.dovetail.graphql.type.Lazy;
import dev.dovetail.graphql.type.TypeUse;
import dev.dovetail.model.ComputedField;
import dev.dovetail.model.Table;
import java.util.ArrayList;
import java.util.List;

/** {@code users_order_by}: columns, related objects, and aggregates of related rows. */
final class OrderByTypes {
    private final Registry registry;
    private final Visibility visibility;

    OrderByTypes(Registry registry, Visibility visibility) {
        this.registry = registry;
        this.visibility = visibility;
    }

    TypeUse<Meaning> of(Table table) {
        var name = table.stem() + "_order_by";
        return registry.named(
                name,
                () -> new InputObjectType<>(
                        name,
                        "Ordering options when selecting data from \""
                                + table.name().name() + "\".",
                        Lazy.of(() -> Uses.sorted(fields(table)))));
    }

    private List<InputField<Meaning>> fields(Table table) {
        var fields = new ArrayList<InputField<Meaning>>();
        for (var column : visibility.columns(table)) {
            fields.add(input(column.field(), null, direction(), new InputMeaning.OrderByColumn(column)));
        }
        for (var computed : visibility.computedFields(table)) {
            if (computed.takesNothing()) {
                fields.addAll(computed(computed));
            }
        }
        for (var relationship : visibility.relationships(table)) {
            var target = relationship.target().get();
            switch (relationship.kind()) {
                case OBJECT ->
                    fields.add(input(
                            relationship.field(), null, of(target), new InputMeaning.OrderByRelated(relationship)));
                case ARRAY -> {
                    if (visibility.aggregatable(target)) {
                        fields.add(input(
                                relationship.field() + "_aggregate",
                                null,
                                aggregate(target),
                                new InputMeaning.OrderByAggregate(relationship)));
                    }
                }
            }
        }
        return fields;
    }

    private List<InputField<Meaning>> computed(ComputedField computed) {
        return switch (computed.returns()) {
            case ComputedField.Returns.Value _ ->
                List.of(input(computed.field(), null, direction(), new InputMeaning.OrderByComputed(computed)));
            case ComputedField.Returns.Rows(var rows) ->
                visibility.aggregatable(rows)
                        ? List.of(input(
                                computed.field() + "_aggregate",
                                null,
                                aggregate(rows),
                                new InputMeaning.OrderByComputedAggregate(computed, rows)))
                        : List.of();
        };
    }

    private TypeUse<Meaning> aggregate(Table table) {
        var name = table.stem() + "_aggregate_order_by";
        return registry.named(
                name,
                () -> new InputObjectType<>(
                        name,
                        "order by aggregate values of table \"" + table.name().name() + "\"",
                        Lazy.of(() -> Uses.sorted(aggregateFields(table)))));
    }

    private List<InputField<Meaning>> aggregateFields(Table table) {
        var fields = new ArrayList<InputField<Meaning>>();
        fields.add(input("count", null, direction(), new InputMeaning.OrderByCount()));
        for (var function : AggregateFunction.values()) {
            if (visibility.columns(table).stream().anyMatch(function::takes)) {
                fields.add(input(
                        function.wire(),
                        null,
                        columnsOf(table, function),
                        new InputMeaning.OrderByFunction(function.wire())));
            }
        }
        return fields;
    }

    private TypeUse<Meaning> columnsOf(Table table, AggregateFunction function) {
        var name = table.stem() + "_" + function.wire() + "_order_by";
        return registry.named(
                name,
                () -> new InputObjectType<>(
                        name,
                        "order by " + function.wire() + "() on columns of table \""
                                + table.name().name() + "\"",
                        Lazy.of(() -> Uses.sorted(visibility.columns(table).stream()
                                .filter(function::takes)
                                .map(column -> input(
                                        column.field(), null, direction(), new InputMeaning.OrderByColumn(column)))
                                .toList()))));
    }

    private TypeUse<Meaning> direction() {
        return registry.named("order_by", () -> new EnumType<>("order_by", "column ordering options", directions()));
    }

    private static List<EnumValueDef> directions() {
        return List.of(
                new EnumValueDef("asc", "in ascending order, nulls last", null),
                new EnumValueDef("asc_nulls_first", "in ascending order, nulls first", null),
                new EnumValueDef("asc_nulls_last", "in ascending order, nulls last", null),
                new EnumValueDef("desc", "in descending order, nulls first", null),
                new EnumValueDef("desc_nulls_first", "in descending order, nulls first", null),
                new EnumValueDef("desc_nulls_last", "in descending order, nulls last", null));
    }
}
