package dev.dovetail.schema;

import static dev.dovetail.schema.Uses.argument;
import static dev.dovetail.schema.Uses.input;
import static dev.dovetail.schema.Uses.required;
import static dev.dovetail.schema.Uses.requiredList;

import dev.dovetail.catalog.KeyInfo;
import dev.dovetail.graphql.ast.Value;
import dev.dovetail.graphql.type.EnumType;
import dev.dovetail.graphql.type.EnumValueDef;
import dev.dovetail.graphql.type.InputField;
import dev.dovetail.graphql.type.InputObjectType;
import dev.dovetail.graphql.type.Lazy;
import dev.dovetail.graphql.type.TypeUse;
import dev.dovetail.model.NameParts;
import dev.dovetail.model.Relationship;
import dev.dovetail.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** {@code users_insert_input} and what an upsert takes. */
final class InsertTypes {
    private static final String PLACEHOLDER = "_PLACEHOLDER";

    private final Registry registry;
    private final Visibility visibility;
    private final ScalarTypes scalars;
    private final BoolExpTypes boolExps;

    InsertTypes(Registry registry, Visibility visibility, ScalarTypes scalars, BoolExpTypes boolExps) {
        this.registry = registry;
        this.visibility = visibility;
        this.scalars = scalars;
        this.boolExps = boolExps;
    }

    List<InputField<Meaning>> manyArguments(Table table) {
        var given = new ArrayList<InputField<Meaning>>();
        given.add(argument(table.naming(), ArgumentName.OBJECTS, requiredList(row(table))));
        given.addAll(conflictArgument(table));
        return given;
    }

    List<InputField<Meaning>> oneArguments(Table table) {
        var given = new ArrayList<InputField<Meaning>>();
        given.add(argument(table.naming(), ArgumentName.OBJECT, required(row(table))));
        given.addAll(conflictArgument(table));
        return given;
    }

    private TypeUse<Meaning> row(Table table) {
        var name = table.typeName("insert", "input");
        return registry.named(
                name,
                () -> new InputObjectType<>(
                        name,
                        "input type for inserting data into table \""
                                + table.name().name() + "\"",
                        Lazy.of(() -> Uses.sorted(fields(table)))));
    }

    private List<InputField<Meaning>> fields(Table table) {
        var rule = visibility.insert(table);
        if (rule == null) {
            return List.of();
        }
        var fields = new ArrayList<InputField<Meaning>>();
        for (var column : rule.columns()) {
            fields.add(input(
                    column.field(),
                    column.description(),
                    scalars.of(column.type()),
                    new InputMeaning.ColumnInput(column)));
        }
        for (var relationship : table.relationships().values()) {
            if (visibility.insert(relationship.target().get()) != null) {
                fields.add(input(
                        relationship.field(),
                        null,
                        related(relationship),
                        new InputMeaning.NestedInsert(relationship)));
            }
        }
        return fields;
    }

    /** The related row or rows, whose foreign key (or ours) the engine fills in. */
    private TypeUse<Meaning> related(Relationship relationship) {
        var table = relationship.target().get();
        return switch (relationship.kind()) {
            case OBJECT -> related(table, "obj_rel_insert_input", "object", required(row(table)));
            case ARRAY -> related(table, "arr_rel_insert_input", "array", requiredList(row(table)));
        };
    }

    private TypeUse<Meaning> related(Table table, String suffix, String kind, TypeUse<Meaning> data) {
        var name = table.typeName(NameParts.of(suffix));
        return registry.named(
                name,
                () -> new InputObjectType<>(
                        name,
                        "input type for inserting " + kind + " relation for remote table \""
                                + table.name().display() + "\"",
                        Lazy.of(() -> {
                            var given = new ArrayList<InputField<Meaning>>();
                            given.add(argument(table.naming(), ArgumentName.DATA, data));
                            given.addAll(conflictArgument(table));
                            return Uses.sorted(given);
                        })));
    }

    /** Only where there is a key to collide with and the role may update. */
    private List<InputField<Meaning>> conflictArgument(Table table) {
        if (keys(table).isEmpty() || visibility.update(table) == null) {
            return List.of();
        }
        return List.of(argument(table.naming(), ArgumentName.ON_CONFLICT, onConflict(table)));
    }

    private static List<KeyInfo> keys(Table table) {
        var keys = new ArrayList<KeyInfo>();
        var primary = table.info().primaryKey();
        if (primary != null) {
            keys.add(primary);
        }
        keys.addAll(table.info().uniques());
        return keys;
    }

    private TypeUse<Meaning> onConflict(Table table) {
        var name = table.typeName("on", "conflict");
        return registry.named(
                name,
                () -> new InputObjectType<>(
                        name,
                        "on_conflict condition type for table \"" + table.name().name() + "\"",
                        Lazy.of(() -> Uses.sorted(conflictFields(table)))));
    }

    private List<InputField<Meaning>> conflictFields(Table table) {
        return List.of(
                argument(table.naming(), ArgumentName.CONSTRAINT, required(constraints(table))),
                new InputField<>(
                        table.naming().field(ArgumentName.UPDATE_COLUMNS.wire()),
                        null,
                        requiredList(updateColumns(table)),
                        new Value.ListValue(List.of()),
                        new InputMeaning.Argument(ArgumentName.UPDATE_COLUMNS)),
                argument(table.naming(), ArgumentName.CONFLICT_WHERE, null, boolExps.of(table)));
    }

    private TypeUse<Meaning> constraints(Table table) {
        var name = table.typeName("constraint");
        return registry.named(
                name,
                () -> new EnumType<>(
                        name,
                        "unique or primary key constraints on table \""
                                + table.name().name() + "\"",
                        keys(table).stream()
                                .map(key -> new EnumValueDef(key.constraint(), describe(key), null))
                                .toList()));
    }

    private static String describe(KeyInfo key) {
        return key.columns().stream()
                .map(column -> "\"" + column.value() + "\"")
                .collect(Collectors.joining(", ", "unique or primary key constraint on columns ", ""));
    }

    private TypeUse<Meaning> updateColumns(Table table) {
        var name = table.typeName("update", "column");
        return registry.named(
                name,
                () -> new EnumType<>(
                        name, "update columns of table \"" + table.name().name() + "\"", columnNames(table)));
    }

    private List<EnumValueDef> columnNames(Table table) {
        var rule = visibility.update(table);
        if (rule == null || rule.columns().isEmpty()) {
            return List.of(new EnumValueDef(PLACEHOLDER, "placeholder (do not use)", null));
        }
        return rule.columns().stream()
                .map(column -> new EnumValueDef(column.field(), "column name", null))
                .toList();
    }
}
