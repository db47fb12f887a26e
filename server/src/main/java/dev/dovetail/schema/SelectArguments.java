package dev.dovetail.schema;

import static dev.dovetail.schema.Uses.argument;
import static dev.dovetail.schema.Uses.listOfRequired;

import dev.dovetail.graphql.type.InputField;
import dev.dovetail.graphql.type.TypeUse;
import dev.dovetail.model.Table;
import java.util.ArrayList;
import java.util.List;

/** The five arguments of every selection of rows. */
final class SelectArguments {
    private final Registry registry;
    private final Visibility visibility;
    private final ScalarTypes scalars;
    private final BoolExpTypes boolExps;
    private final OrderByTypes orderBys;

    SelectArguments(
            Registry registry,
            Visibility visibility,
            ScalarTypes scalars,
            BoolExpTypes boolExps,
            OrderByTypes orderBys) {
        this.registry = registry;
        this.visibility = visibility;
        this.scalars = scalars;
        this.boolExps = boolExps;
        this.orderBys = orderBys;
    }

    List<InputField<Meaning>> of(Table table) {
        var all = new ArrayList<InputField<Meaning>>();
        if (!visibility.columns(table).isEmpty()) {
            all.add(argument(table.naming(), ArgumentName.DISTINCT_ON, listOfRequired(selectColumn(table))));
        }
        all.add(argument(table.naming(), ArgumentName.LIMIT, scalars.scalar("Int")));
        all.add(argument(table.naming(), ArgumentName.OFFSET, scalars.scalar("Int")));
        all.add(argument(table.naming(), ArgumentName.ORDER_BY, listOfRequired(orderBys.of(table))));
        all.add(argument(table.naming(), ArgumentName.WHERE, boolExps.of(table)));
        return all;
    }

    BoolExpTypes boolExps() {
        return boolExps;
    }

    OrderByTypes orderBys() {
        return orderBys;
    }

    TypeUse<Meaning> selectColumn(Table table) {
        return SelectColumns.of(table, registry, visibility);
    }
}
