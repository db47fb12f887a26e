package dev.dovetail.schema;

import static dev.dovetail.schema.Uses.argument;
import static dev.dovetail.schema.Uses.field;
import static dev.dovetail.schema.Uses.listOfRequired;
import static dev.dovetail.schema.Uses.required;
import static dev.dovetail.schema.Uses.requiredList;

import dev.dovetail.graphql.type.FieldDef;
import dev.dovetail.graphql.type.Fields;
import dev.dovetail.graphql.type.InputField;
import dev.dovetail.graphql.type.ObjectType;
import dev.dovetail.graphql.type.TypeUse;
import dev.dovetail.model.Column;
import dev.dovetail.model.ComputedField;
import dev.dovetail.model.NameParts;
import dev.dovetail.model.Table;
import java.util.ArrayList;
import java.util.List;

/** {@code users_aggregate} and what is within. */
final class AggregateTypes {
    private final Registry registry;
    private final Visibility visibility;
    private final ScalarTypes scalars;
    private final SelectArguments arguments;
    private final RowTypes rows;

    AggregateTypes(
            Registry registry, Visibility visibility, ScalarTypes scalars, SelectArguments arguments, RowTypes rows) {
        this.registry = registry;
        this.visibility = visibility;
        this.scalars = scalars;
        this.arguments = arguments;
        this.rows = rows;
    }

    TypeUse<Meaning> of(Table table) {
        var name = table.typeName("aggregate");
        return registry.named(
                name,
                () -> new ObjectType<>(
                        name,
                        "aggregated selection of \"" + table.name().display() + "\"",
                        Fields.lazy(() -> List.of(
                                field("aggregate", null, fieldsType(table), new FieldMeaning.AggregateBody()),
                                field("nodes", null, requiredList(rows.of(table)), new FieldMeaning.AggregateNodes()))),
                        List.of()));
    }

    TypeUse<Meaning> fieldsType(Table table) {
        var name = table.typeName("aggregate", "fields");
        return registry.named(
                name,
                () -> new ObjectType<>(
                        name,
                        "aggregate fields of \"" + table.name().display() + "\"",
                        Fields.lazy(() -> fields(table)),
                        List.of()));
    }

    private List<FieldDef<Meaning>> fields(Table table) {
        var fields = new ArrayList<FieldDef<Meaning>>();
        fields.add(
                field("count", null, countArguments(table), required(scalars.scalar("Int")), new FieldMeaning.Count()));
        for (var function : AggregateFunction.values()) {
            var columns =
                    visibility.columns(table).stream().filter(function::takes).toList();
            var computed = visibility.computedFields(table).stream()
                    .filter(each ->
                            each.returns() instanceof ComputedField.Returns.Value(var type) && function.takes(type))
                    .toList();
            if (!columns.isEmpty() || !computed.isEmpty()) {
                fields.add(field(
                        table.naming().field(function.wire()),
                        null,
                        functionFields(table, function, columns, computed),
                        new FieldMeaning.AggregateFunction(function.wire())));
            }
        }
        return fields;
    }

    /** A role that sees no column has none to name. */
    private List<InputField<Meaning>> countArguments(Table table) {
        var distinct = argument(table.naming(), ArgumentName.DISTINCT, scalars.scalar("Boolean"));
        return visibility.columns(table).isEmpty()
                ? List.of(distinct)
                : List.of(
                        argument(table.naming(), ArgumentName.COLUMNS, listOfRequired(arguments.selectColumn(table))),
                        distinct);
    }

    private TypeUse<Meaning> functionFields(
            Table table, AggregateFunction function, List<Column> columns, List<ComputedField> computed) {
        var name = table.typeName(NameParts.of(function.wire()).then("fields"));
        return registry.named(
                name,
                () -> new ObjectType<>(
                        name,
                        "aggregate " + table.naming().field(function.wire()) + " on columns",
                        Fields.lazy(() -> {
                            var fields = new ArrayList<FieldDef<Meaning>>();
                            columns.forEach(column -> fields.add(field(
                                    column.field(),
                                    column.description(),
                                    function.keepsType() ? scalars.of(column.type()) : scalars.scalar("Float"),
                                    new FieldMeaning.AggregatedColumn(column))));
                            computed.forEach(each -> fields.add(rows.computed(table, each)));
                            return fields;
                        }),
                        List.of()));
    }
}
