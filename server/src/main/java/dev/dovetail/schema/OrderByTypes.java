package dev.dovetail.schema;

import static dev.dovetail.schema.Uses.input;

import dev.dovetail.graphql.type.EnumType;
import dev.dovetail.graphql.type.EnumValueDef;
import dev.dovetail.graphql.type.InputField;
import dev.dovetail.graphql.type.InputObjectType;
import dev.dovetail.graphql.type.Lazy;
import dev.dovetail.graphql.type.TypeUse;
import dev.dovetail.model.ComputedField;
import dev.dovetail.model.NameParts;
import dev.dovetail.model.Naming;
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
        var name = table.typeName("order", "by");
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
            fields.add(input(column.field(), null, direction(table), new InputMeaning.OrderByColumn(column)));
        }
        for (var computed : visibility.computedFields(table)) {
            if (computed.takesNothing()) {
                fields.addAll(computed(table, computed));
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
                                table.naming().aggregateOrder(relationship.field()),
                                null,
                                aggregate(target),
                                new InputMeaning.OrderByAggregate(relationship)));
                    }
                }
            }
        }
        return fields;
    }

    private List<InputField<Meaning>> computed(Table table, ComputedField computed) {
        return switch (computed.returns()) {
            case ComputedField.Returns.Value _ ->
                List.of(input(computed.field(), null, direction(table), new InputMeaning.OrderByComputed(computed)));
            case ComputedField.Returns.Rows(var rows) ->
                visibility.aggregatable(rows)
                        ? List.of(input(
                                rows.naming().aggregateOrder(computed.field()),
                                null,
                                aggregate(rows),
                                new InputMeaning.OrderByComputedAggregate(computed, rows)))
                        : List.of();
        };
    }

    TypeUse<Meaning> aggregate(Table table) {
        var name = table.typeName("aggregate", "order", "by");
        return registry.named(
                name,
                () -> new InputObjectType<>(
                        name,
                        "order by aggregate values of table \"" + table.name().name() + "\"",
                        Lazy.of(() -> Uses.sorted(aggregateFields(table)))));
    }

    private List<InputField<Meaning>> aggregateFields(Table table) {
        var fields = new ArrayList<InputField<Meaning>>();
        fields.add(input("count", null, direction(table), new InputMeaning.OrderByCount()));
        for (var function : AggregateFunction.values()) {
            if (visibility.columns(table).stream().anyMatch(function::takes)) {
                fields.add(input(
                        table.naming().field(function.wire()),
                        null,
                        columnsOf(table, function),
                        new InputMeaning.OrderByFunction(function.wire())));
            }
        }
        return fields;
    }

    private TypeUse<Meaning> columnsOf(Table table, AggregateFunction function) {
        var name = table.typeName(NameParts.of(function.wire()).then("order", "by"));
        return registry.named(
                name,
                () -> new InputObjectType<>(
                        name,
                        "order by " + table.naming().field(function.wire()) + "() on columns of table \""
                                + table.name().name() + "\"",
                        Lazy.of(() -> Uses.sorted(visibility.columns(table).stream()
                                .filter(function::takes)
                                .map(column -> input(
                                        column.field(), null, direction(table), new InputMeaning.OrderByColumn(column)))
                                .toList()))));
    }

    TypeUse<Meaning> direction(Table table) {
        return direction(table.naming(), registry);
    }

    static TypeUse<Meaning> direction(Naming naming, Registry registry) {
        var name = naming.plainType("order_by");
        return registry.named(name, () -> new EnumType<>(name, "column ordering options", directions(naming)));
    }

    private static List<EnumValueDef> directions(Naming naming) {
        return List.of(
                direction(naming, "asc", "in ascending order, nulls last"),
                direction(naming, "asc_nulls_first", "in ascending order, nulls first"),
                direction(naming, "asc_nulls_last", "in ascending order, nulls last"),
                direction(naming, "desc", "in descending order, nulls first"),
                direction(naming, "desc_nulls_first", "in descending order, nulls first"),
                direction(naming, "desc_nulls_last", "in descending order, nulls last"));
    }

    private static EnumValueDef direction(Naming naming, String direction, String description) {
        return EnumValueDef.standingFor(direction, naming.enumValue(direction), description);
    }
}
