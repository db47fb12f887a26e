package dev.dovetail.schema;

import static dev.dovetail.schema.Uses.argument;
import static dev.dovetail.schema.Uses.field;
import static dev.dovetail.schema.Uses.input;
import static dev.dovetail.schema.Uses.list;
import static dev.dovetail.schema.Uses.required;
import static dev.dovetail.schema.Uses.requiredList;

import dev.dovetail.graphql.type.FieldDef;
import dev.dovetail.graphql.type.Fields;
import dev.dovetail.graphql.type.InputField;
import dev.dovetail.graphql.type.ObjectType;
import dev.dovetail.graphql.type.TypeUse;
import dev.dovetail.model.Column;
import dev.dovetail.model.RootField.TableRoot;
import dev.dovetail.model.RootNames.Root;
import dev.dovetail.model.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The root fields of a table: which of them a role sees, and how they look. */
final class TableRoots {
    private final Registry registry;
    private final Visibility visibility;
    private final ScalarTypes scalars;
    private final BoolExpTypes boolExps;
    private final SelectArguments arguments;
    private final RowTypes rows;
    private final InsertTypes inserts;
    private final UpdateTypes updates;

    TableRoots(
            Registry registry,
            Visibility visibility,
            ScalarTypes scalars,
            BoolExpTypes boolExps,
            SelectArguments arguments,
            RowTypes rows) {
        this.registry = registry;
        this.visibility = visibility;
        this.scalars = scalars;
        this.boolExps = boolExps;
        this.arguments = arguments;
        this.rows = rows;
        this.inserts = new InsertTypes(registry, visibility, scalars, boolExps);
        this.updates = new UpdateTypes(registry, visibility, scalars, boolExps);
    }

    boolean exists(Table table, TableRoot kind) {
        var select = visibility.select(table);
        return switch (kind) {
            case SELECT -> select != null && select.showsQueryRoot("select");
            case SELECT_BY_PK -> select != null && visibility.readsKey(table) && select.showsQueryRoot("select_by_pk");
            case SELECT_AGGREGATE ->
                select != null && select.aggregations() && select.showsQueryRoot("select_aggregate");
            case SELECT_GROUP_BY ->
                select != null && visibility.groupable(table) && select.showsQueryRoot("select_group_by");
            case INSERT -> visibility.insert(table) != null;
            case INSERT_ONE -> visibility.insert(table) != null && select != null;
            case UPDATE, UPDATE_MANY -> updates.possible(table);
            case UPDATE_BY_PK -> updates.possible(table) && visibility.readsKey(table);
            case DELETE -> visibility.delete(table) != null;
            case DELETE_BY_PK -> visibility.delete(table) != null && visibility.readsKey(table);
        };
    }

    FieldDef<Meaning> build(Table table, TableRoot kind) {
        var roots = table.roots();
        var shown = "\"" + table.name().display() + "\"";
        return switch (kind) {
            case SELECT ->
                named(
                        roots.select(),
                        "fetch data from the table: " + shown,
                        arguments.of(table),
                        requiredList(rows.of(table)),
                        new FieldMeaning.SelectMany(table));
            case SELECT_BY_PK ->
                named(
                        roots.selectByPk(),
                        "fetch data from the table: " + shown + " using primary key columns",
                        keyArguments(table),
                        rows.of(table),
                        new FieldMeaning.SelectByKey(table));
            case SELECT_AGGREGATE ->
                named(
                        roots.selectAggregate(),
                        "fetch aggregated fields from the table: " + shown,
                        arguments.of(table),
                        required(rows.aggregates().of(table)),
                        new FieldMeaning.SelectAggregate(table));
            case SELECT_GROUP_BY ->
                named(
                        roots.selectGroupBy(),
                        "fetch groups of rows of the table: " + shown,
                        rows.groups().arguments(table),
                        rows.groups().of(table),
                        new FieldMeaning.SelectGroups(table));
            case INSERT ->
                named(
                        roots.insert(),
                        "insert data into the table: " + shown,
                        inserts.manyArguments(table),
                        response(table),
                        new FieldMeaning.InsertMany(table));
            case INSERT_ONE ->
                named(
                        roots.insertOne(),
                        "insert a single row into the table: " + shown,
                        inserts.oneArguments(table),
                        rows.of(table),
                        new FieldMeaning.InsertOne(table));
            case UPDATE ->
                named(
                        roots.update(),
                        "update data of the table: " + shown,
                        updates.whereArguments(table),
                        response(table),
                        new FieldMeaning.UpdateWhere(table));
            case UPDATE_BY_PK ->
                named(
                        roots.updateByPk(),
                        "update single row of the table: " + shown,
                        updates.keyArguments(table),
                        rows.of(table),
                        new FieldMeaning.UpdateByKey(table));
            case UPDATE_MANY ->
                named(
                        roots.updateMany(),
                        "update multiples rows of table: " + shown,
                        updates.manyArguments(table),
                        list(response(table)),
                        new FieldMeaning.UpdateMany(table));
            case DELETE ->
                named(
                        roots.delete(),
                        "delete data from the table: " + shown,
                        List.of(argument(
                                table.naming(),
                                ArgumentName.WHERE,
                                "filter the rows which have to be deleted",
                                required(boolExps.of(table)))),
                        response(table),
                        new FieldMeaning.DeleteWhere(table));
            case DELETE_BY_PK ->
                named(
                        roots.deleteByPk(),
                        "delete single row from the table: " + shown,
                        keyArguments(table),
                        rows.of(table),
                        new FieldMeaning.DeleteByKey(table));
        };
    }

    private static FieldDef<Meaning> named(
            Root root,
            String generated,
            List<InputField<Meaning>> arguments,
            TypeUse<Meaning> type,
            FieldMeaning meaning) {
        return field(root.name(), comment(root, generated), arguments, type, meaning);
    }

    private static @Nullable String comment(Root root, String generated) {
        var comment = root.comment();
        if (comment == null) {
            return generated;
        }
        return comment.isEmpty() ? null : comment;
    }

    private List<InputField<Meaning>> keyArguments(Table table) {
        var key = table.primaryKey();
        var columns = key == null ? List.<Column>of() : key;
        return columns.stream()
                .map(column -> input(
                        column.field(),
                        column.description(),
                        required(scalars.of(column.type())),
                        new InputMeaning.KeyColumn(column)))
                .toList();
    }

    private TypeUse<Meaning> response(Table table) {
        var name = table.typeName("mutation", "response");
        return registry.named(
                name,
                () -> new ObjectType<>(
                        name,
                        "response of any mutation on the table \""
                                + table.name().display() + "\"",
                        Fields.lazy(() -> responseFields(table)),
                        List.of()));
    }

    private List<FieldDef<Meaning>> responseFields(Table table) {
        var fields = new ArrayList<FieldDef<Meaning>>();
        fields.add(field(
                table.naming().field("affected_rows"),
                "number of rows affected by the mutation",
                required(scalars.scalar("Int")),
                new FieldMeaning.AffectedRows()));
        if (visibility.selectable(table)) {
            fields.add(field(
                    "returning",
                    "data from the rows affected by the mutation",
                    requiredList(rows.of(table)),
                    new FieldMeaning.Returning()));
        }
        return fields;
    }
}
