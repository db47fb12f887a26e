package dev.dovetail.schema;

import static dev.dovetail.schema.Uses.argument;
import static dev.dovetail.schema.Uses.input;
import static dev.dovetail.schema.Uses.listOfRequired;
import static dev.dovetail.schema.Uses.required;
import static dev.dovetail.schema.Uses.requiredList;

import dev.dovetail.graphql.type.InputField;
import dev.dovetail.graphql.type.InputObjectType;
import dev.dovetail.graphql.type.Lazy;
import dev.dovetail.graphql.type.TypeUse;
import dev.dovetail.model.Column;
import dev.dovetail.model.NameParts;
import dev.dovetail.model.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The operators of updates and the inputs they take. */
final class UpdateTypes {
    private final Registry registry;
    private final Visibility visibility;
    private final ScalarTypes scalars;
    private final BoolExpTypes boolExps;

    UpdateTypes(Registry registry, Visibility visibility, ScalarTypes scalars, BoolExpTypes boolExps) {
        this.registry = registry;
        this.visibility = visibility;
        this.scalars = scalars;
        this.boolExps = boolExps;
    }

    /** Whether the role could change anything at all. */
    boolean possible(Table table) {
        return !operators(table).isEmpty();
    }

    List<InputField<Meaning>> whereArguments(Table table) {
        var given = new ArrayList<>(operators(table));
        given.add(argument(
                table.naming(),
                ArgumentName.WHERE,
                "filter the rows which have to be updated",
                required(boolExps.of(table))));
        return given;
    }

    List<InputField<Meaning>> keyArguments(Table table) {
        var given = new ArrayList<>(operators(table));
        given.add(argument(table.naming(), ArgumentName.PK_COLUMNS, required(primaryKey(table))));
        return given;
    }

    /** {@code users_updates}: the operators and the condition of one update among several. */
    List<InputField<Meaning>> manyArguments(Table table) {
        var name = table.typeName("updates");
        var one = registry.named(
                name, () -> new InputObjectType<>(name, null, Lazy.of(() -> Uses.sorted(whereArguments(table)))));
        return List.of(argument(table.naming(), ArgumentName.UPDATES, requiredList(one)));
    }

    private TypeUse<Meaning> primaryKey(Table table) {
        var name = table.typeName("pk", "columns", "input");
        var key = table.primaryKey();
        var columns = key == null ? List.<Column>of() : key;
        return registry.named(
                name,
                () -> new InputObjectType<>(
                        name,
                        "primary key columns input for table: " + table.name().name(),
                        Lazy.of(() -> Uses.sorted(columns.stream()
                                .map(column -> input(
                                        column.field(),
                                        column.description(),
                                        required(scalars.of(column.type())),
                                        new InputMeaning.KeyColumn(column)))
                                .toList()))));
    }

    private List<InputField<Meaning>> operators(Table table) {
        var rule = visibility.update(table);
        if (rule == null) {
            return List.of();
        }
        var all = rule.columns();
        var jsonb = all.stream().filter(each -> each.type().isScalar("jsonb")).toList();
        var numeric = all.stream().filter(AggregateFunction.SUM::takes).toList();
        var operators = new ArrayList<InputField<Meaning>>();
        if (!jsonb.isEmpty()) {
            operators.add(operator(table, ArgumentName.APPEND, "append_input", jsonb, this::own, APPENDING));
            operators.add(operator(
                    table,
                    ArgumentName.DELETE_AT_PATH,
                    "delete_at_path_input",
                    jsonb,
                    _ -> listOfRequired(scalars.scalar("String")),
                    ArgumentName.DELETE_AT_PATH.description()));
            operators.add(operator(
                    table,
                    ArgumentName.DELETE_ELEM,
                    "delete_elem_input",
                    jsonb,
                    _ -> scalars.scalar("Int"),
                    ArgumentName.DELETE_ELEM.description()));
            operators.add(operator(
                    table,
                    ArgumentName.DELETE_KEY,
                    "delete_key_input",
                    jsonb,
                    _ -> scalars.scalar("String"),
                    ArgumentName.DELETE_KEY.description()));
        }
        if (!numeric.isEmpty()) {
            operators.add(operator(
                    table,
                    ArgumentName.INC,
                    "inc_input",
                    numeric,
                    this::own,
                    "input type for incrementing numeric columns in table \""
                            + table.name().name() + "\""));
        }
        if (!jsonb.isEmpty()) {
            operators.add(operator(table, ArgumentName.PREPEND, "prepend_input", jsonb, this::own, PREPENDING));
        }
        if (!all.isEmpty()) {
            operators.add(operator(
                    table,
                    ArgumentName.SET,
                    "set_input",
                    all,
                    this::own,
                    "input type for updating data in table \"" + table.name().name() + "\""));
        }
        return operators;
    }

    private static final String APPENDING = "append existing jsonb value of filtered columns with new jsonb value";
    private static final String PREPENDING = "prepend existing jsonb value of filtered columns with new jsonb value";

    private TypeUse<Meaning> own(Column column) {
        return scalars.of(column.type());
    }

    private InputField<Meaning> operator(
            Table table,
            ArgumentName argument,
            String suffix,
            Collection<Column> columns,
            Function<Column, TypeUse<Meaning>> type,
            @Nullable String description) {
        var name = table.typeName(NameParts.of(suffix));
        return argument(
                table.naming(),
                argument,
                registry.named(
                        name,
                        () -> new InputObjectType<>(
                                name,
                                description,
                                Lazy.of(() -> Uses.sorted(columns.stream()
                                        .map(column -> input(
                                                column.field(),
                                                column.description(),
                                                type.apply(column),
                                                new InputMeaning.ColumnInput(column)))
                                        .toList())))));
    }
}
