package dev.dovetail.schema;

import static dev.dovetail.schema.Uses.argument;
import static dev.dovetail.schema.Uses.field;
import static dev.dovetail.schema.Uses.listOfRequired;
import static dev.dovetail.schema.Uses.nullableIf;
import static dev.dovetail.schema.Uses.required;
import static dev.dovetail.schema.Uses.requiredList;

import dev.dovetail.graphql.type.FieldDef;
import dev.dovetail.graphql.type.Fields;
import dev.dovetail.graphql.type.InputField;
import dev.dovetail.graphql.type.ObjectType;
import dev.dovetail.graphql.type.TypeUse;
import dev.dovetail.model.Column;
import dev.dovetail.model.ColumnType;
import dev.dovetail.model.ComputedField;
import dev.dovetail.model.NameParts;
import dev.dovetail.model.Naming;
import dev.dovetail.model.Relationship;
import dev.dovetail.model.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code users}: a table's row as the role may see it. */
final class RowTypes {
    private final Registry registry;
    private final Visibility visibility;
    private final ScalarTypes scalars;
    private final SelectArguments arguments;
    private final AggregateTypes aggregates;
    private final GroupTypes groups;
    private final Supplier<JoinedFields> joined;
    private final RoutineTypes routines;
    private final NativeTypes natives;

    RowTypes(
            Registry registry,
            Visibility visibility,
            ScalarTypes scalars,
            SelectArguments arguments,
            Supplier<JoinedFields> joined,
            RoutineTypes routines) {
        this.routines = routines;
        this.registry = registry;
        this.visibility = visibility;
        this.scalars = scalars;
        this.arguments = arguments;
        this.aggregates = new AggregateTypes(registry, visibility, scalars, arguments, this);
        this.groups = new GroupTypes(registry, visibility, scalars, arguments.boolExps(), arguments.orderBys(), this);
        this.joined = joined;
        this.natives = new NativeTypes(registry, visibility, scalars, this);
    }

    GroupTypes groups() {
        return groups;
    }

    AggregateTypes aggregates() {
        return aggregates;
    }

    NativeTypes natives() {
        return natives;
    }

    TypeUse<Meaning> of(Table table) {
        var name = table.typeName();
        return registry.named(
                name,
                () -> new ObjectType<>(name, description(table), Fields.lazy(() -> sorted(fields(table))), List.of()));
    }

    static List<FieldDef<Meaning>> sorted(List<FieldDef<Meaning>> fields) {
        return fields.stream().sorted(Comparator.comparing(FieldDef::name)).toList();
    }

    /** An empty comment in the metadata asks for no description at all. */
    private static @Nullable String description(Table table) {
        var comment = table.description();
        if (comment == null) {
            return "columns and relationships of \"" + table.name().display() + "\"";
        }
        return comment.isEmpty() ? null : comment;
    }

    private List<FieldDef<Meaning>> fields(Table table) {
        var fields = new ArrayList<FieldDef<Meaning>>();
        visibility.columns(table).forEach(column -> fields.add(column(table, column)));
        visibility.computedFields(table).forEach(computed -> fields.add(computed(table, computed)));
        visibility.relationships(table).forEach(relationship -> fields.addAll(related(table.naming(), relationship)));
        visibility
                .nativeRelationships(table.nativeRelationships().values())
                .forEach(each -> fields.add(natives.related(each)));
        fields.addAll(joined.get().of(table.remoteRelationships().values()));
        return fields;
    }

    FieldDef<Meaning> computed(Table table, ComputedField computed) {
        var given = new ArrayList<>(routines.arguments(
                table.naming(),
                computed.routine(),
                argumentsType(table, computed),
                "input parameters for computed field \"" + computed.field() + "\" defined on table \""
                        + table.name().display() + "\""));
        return switch (computed.returns()) {
            case ComputedField.Returns.Value(var type) -> {
                given.addAll(path(table, type));
                yield field(
                        computed.field(),
                        computed.description(),
                        given,
                        scalars.of(type),
                        new FieldMeaning.ComputedValue(computed, type));
            }
            case ComputedField.Returns.Rows(var rows) -> {
                given.addAll(arguments.of(rows));
                yield field(
                        computed.field(),
                        computed.description(),
                        given,
                        listOfRequired(of(rows)),
                        new FieldMeaning.ComputedRows(computed, rows));
            }
        };
    }

    /** Snake case whatever the convention, as in the reference. */
    private static String argumentsType(Table table, ComputedField computed) {
        var name = NameParts.custom(computed.field()).then(table.stem()).then("args");
        return table.naming().customizedType(name.snake());
    }

    private List<InputField<Meaning>> path(Table table, ColumnType type) {
        return path(table.naming(), type);
    }

    List<InputField<Meaning>> path(Naming naming, ColumnType type) {
        return type.isJson() ? List.of(argument(naming, ArgumentName.PATH, scalars.scalar("String"))) : List.of();
    }

    FieldDef<Meaning> column(Table table, Column column) {
        return field(
                column.field(),
                column.description(),
                path(table, column.type()),
                nullableIf(column.nullable(), scalars.of(column.type())),
                isInCapitals(table, column)
                        ? new FieldMeaning.CapitalValue(column)
                        : new FieldMeaning.ColumnValue(column));
    }

    private static boolean isInCapitals(Table table, Column column) {
        return column.type() instanceof ColumnType.EnumOf && table.naming().capitalizesEnums();
    }

    List<FieldDef<Meaning>> related(Naming naming, Relationship relationship) {
        var target = relationship.target().get();
        var meaning = new FieldMeaning.Related(relationship);
        return switch (relationship.kind()) {
            case OBJECT -> {
                var description = "An object relationship";
                yield List.of(field(
                        relationship.field(), description, nullableIf(relationship.nullable(), of(target)), meaning));
            }
            case ARRAY -> {
                var rows = field(
                        relationship.field(),
                        "An array relationship",
                        arguments.of(target),
                        requiredList(of(target)),
                        meaning);
                yield withAggregates(rows, naming, relationship);
            }
        };
    }

    private List<FieldDef<Meaning>> withAggregates(FieldDef<Meaning> rows, Naming naming, Relationship relationship) {
        var target = relationship.target().get();
        var fields = new ArrayList<FieldDef<Meaning>>();
        fields.add(rows);
        if (visibility.aggregatable(target)) {
            fields.add(field(
                    naming.aggregateField(relationship.field()),
                    "An aggregate relationship",
                    arguments.of(target),
                    required(aggregates.of(target)),
                    new FieldMeaning.RelatedAggregate(relationship)));
        }
        if (visibility.groupable(target)) {
            fields.add(field(
                    naming.field(relationship.field() + "_group_by"),
                    "Related rows in groups",
                    groups.arguments(target),
                    groups.of(target),
                    new FieldMeaning.RelatedGroups(relationship)));
        }
        return fields;
    }
}
