package dev.dovetail.schema;

import static dev.dovetail.schema.Uses.argument;
import static dev.dovetail.schema.Uses.field;
import static dev.dovetail.schema.Uses.input;
import static dev.dovetail.schema.Uses.listOfRequired;
import static dev.dovetail.schema.Uses.required;
import static dev.dovetail.schema.Uses.requiredList;

import dev.dovetail.graphql.type.EnumType;
import dev.dovetail.graphql.type.EnumValueDef;
import dev.dovetail.graphql.type.FieldDef;
import dev.dovetail.graphql.type.Fields;
import dev.dovetail.graphql.type.InputField;
import dev.dovetail.graphql.type.InputObjectType;
import dev.dovetail.graphql.type.Lazy;
import dev.dovetail.graphql.type.ObjectType;
import dev.dovetail.graphql.type.TypeUse;
import dev.dovetail.model.Relationship;
import dev.dovetail.model.Table;
import java.util.ArrayList;
import java.util.List;

/** {@code users_group_by} and what is within; the reference has nothing like it. */
final class GroupTypes {
    private final Registry registry;
    private final Visibility visibility;
    private final ScalarTypes scalars;
    private final BoolExpTypes boolExps;
    private final OrderByTypes orderBys;
    private final RowTypes rows;
    private final HavingTypes having;

    GroupTypes(
            Registry registry,
            Visibility visibility,
            ScalarTypes scalars,
            BoolExpTypes boolExps,
            OrderByTypes orderBys,
            RowTypes rows) {
        this.registry = registry;
        this.visibility = visibility;
        this.scalars = scalars;
        this.boolExps = boolExps;
        this.orderBys = orderBys;
        this.rows = rows;
        this.having = new HavingTypes(registry, visibility, scalars, boolExps.comparisons());
    }

    /** {@code [users_group_by!]!}. */
    TypeUse<Meaning> of(Table table) {
        var name = table.typeName("group", "by");
        return requiredList(registry.named(
                name,
                () -> new ObjectType<>(
                        name,
                        "a group of rows of \"" + table.name().display() + "\"",
                        Fields.lazy(() -> List.of(
                                field(
                                        "aggregate",
                                        null,
                                        required(rows.aggregates().fieldsType(table)),
                                        new FieldMeaning.AggregateBody()),
                                field("keys", null, required(keys(table)), new FieldMeaning.GroupKeys()))),
                        List.of())));
    }

    List<InputField<Meaning>> arguments(Table table) {
        var naming = table.naming();
        return List.of(
                argument(naming, ArgumentName.HAVING, having.of(table)),
                argument(naming, ArgumentName.KEYS, requiredList(keyEnum(table))),
                argument(naming, ArgumentName.LIMIT, "limit the number of groups returned", scalars.scalar("Int")),
                argument(
                        naming,
                        ArgumentName.OFFSET,
                        "skip the first n groups. Use only with order_by",
                        scalars.scalar("Int")),
                argument(
                        naming,
                        ArgumentName.ORDER_BY,
                        "sort the groups by keys and aggregates",
                        listOfRequired(order(table))),
                argument(naming, ArgumentName.WHERE, "filter the rows that are grouped", boolExps.of(table)));
    }

    private TypeUse<Meaning> keyEnum(Table table) {
        var name = table.typeName("group", "by", "key");
        return registry.named(name, () -> {
            var values = new ArrayList<EnumValueDef>();
            visibility
                    .groupingColumns(table)
                    .forEach(column -> values.add(new EnumValueDef(column.field(), "column name", null)));
            visibility
                    .groupingComputed(table)
                    .forEach(computed -> values.add(new EnumValueDef(computed.field(), "computed field name", null)));
            return new EnumType<>(name, "what rows of \"" + table.name().display() + "\" can be grouped by", values);
        });
    }

    /** Only the keys that the rows are grouped by can be selected; the planner sees to it. */
    private TypeUse<Meaning> keys(Table table) {
        var name = table.typeName("group", "by", "keys");
        return registry.named(
                name,
                () -> new ObjectType<>(
                        name,
                        "what the rows of a group of \"" + table.name().display() + "\" have in common",
                        Fields.lazy(() -> RowTypes.sorted(keyFields(table))),
                        List.of()));
    }

    private List<FieldDef<Meaning>> keyFields(Table table) {
        var columns = visibility.groupingColumns(table);
        var fields = new ArrayList<FieldDef<Meaning>>();
        columns.forEach(column -> fields.add(rows.column(table, column)));
        visibility.groupingComputed(table).forEach(computed -> fields.add(rows.computed(table, computed)));
        visibility.relationships(table).stream()
                .filter(each -> each.kind() == Relationship.Kind.OBJECT)
                .filter(each -> each.mapping().keySet().stream()
                        .allMatch(local -> columns.stream()
                                .anyMatch(column -> column.name().equals(local))))
                .forEach(each -> fields.addAll(rows.related(table.naming(), each)));
        return fields;
    }

    private TypeUse<Meaning> order(Table table) {
        var name = table.typeName("group", "by", "order", "by");
        return registry.named(
                name,
                () -> new InputObjectType<>(
                        name,
                        "Ordering options for groups of \"" + table.name().name() + "\".",
                        Lazy.of(() -> Uses.byName(List.of(
                                input(
                                        "aggregate",
                                        null,
                                        orderBys.aggregate(table),
                                        new InputMeaning.OrderByAggregates()),
                                input("keys", null, orderOfKeys(table), new InputMeaning.OrderByKeys()))))));
    }

    private TypeUse<Meaning> orderOfKeys(Table table) {
        var name = table.typeName("group", "by", "keys", "order", "by");
        return registry.named(
                name,
                () -> new InputObjectType<>(
                        name,
                        "order by what the rows of a group of \"" + table.name().name() + "\" have in common",
                        Lazy.of(() -> {
                            var fields = new ArrayList<InputField<Meaning>>();
                            visibility
                                    .groupingColumns(table)
                                    .forEach(column -> fields.add(input(
                                            column.field(),
                                            null,
                                            orderBys.direction(table),
                                            new InputMeaning.OrderByColumn(column))));
                            visibility
                                    .groupingComputed(table)
                                    .forEach(computed -> fields.add(input(
                                            computed.field(),
                                            null,
                                            orderBys.direction(table),
                                            new InputMeaning.OrderByComputed(computed))));
                            return Uses.sorted(fields);
                        })));
    }
}
