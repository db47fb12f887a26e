package dev.dovetail.schema;

import static dev.dovetail.schema.Uses.field;
import static dev.dovetail.schema.Uses.input;
import static dev.dovetail.schema.Uses.required;

import dev.dovetail.graphql.ast.TypeSyntax;
import dev.dovetail.graphql.type.EnumType;
import dev.dovetail.graphql.type.FieldDef;
import dev.dovetail.graphql.type.Fields;
import dev.dovetail.graphql.type.InputField;
import dev.dovetail.graphql.type.InputObjectType;
import dev.dovetail.graphql.type.InterfaceType;
import dev.dovetail.graphql.type.Lazy;
import dev.dovetail.graphql.type.NamedType;
import dev.dovetail.graphql.type.ObjectType;
import dev.dovetail.graphql.type.ScalarType;
import dev.dovetail.graphql.type.TypeUse;
import dev.dovetail.graphql.type.UnionType;
import dev.dovetail.model.Action;
import dev.dovetail.model.CustomType;
import dev.dovetail.model.Model;
import dev.dovetail.model.Table;
import dev.dovetail.schema.FieldMeaning.Reported.Part;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The custom types of actions, and what their answers are joined to. */
final class ActionTypes {
    private static final String UNIQUE_ID = "the unique id of an action";

    private final Model model;
    private final Registry registry;
    private final Visibility visibility;
    private final RowTypes rows;
    private final Lazy<Map<String, Table>> rowTypes;
    private final Lazy<Set<String>> hidden;
    private final Supplier<JoinedFields> joined;

    ActionTypes(Model model, Registry registry, Visibility visibility, RowTypes rows, Supplier<JoinedFields> joined) {
        this.model = model;
        this.registry = registry;
        this.visibility = visibility;
        this.rows = rows;
        this.rowTypes = Lazy.of(() -> rowTypes(model));
        this.hidden = Lazy.of(() ->
                HiddenTypes.of(model, this::isUnseenRow, each -> joined.get().sees(each)));
        this.joined = joined;
    }

    FieldDef<Meaning> root(Action action) {
        return field(
                action.name().value(),
                action.description(),
                action.arguments().stream()
                        .map(each ->
                                input(each.name(), each.description(), use(each.type()), new InputMeaning.PassedOn()))
                        .toList(),
                action.asynchronous() ? required(scalar("uuid")) : use(action.output()),
                action.asynchronous() ? new FieldMeaning.SubmitAction(action) : new FieldMeaning.CallAction(action));
    }

    /** What becomes of a call of an asynchronous action; the type has the action's name. */
    FieldDef<Meaning> report(Action action) {
        var name = action.name().value();
        return field(
                name,
                action.description(),
                List.of(input("id", UNIQUE_ID, required(scalar("uuid")), new InputMeaning.PassedOn())),
                registry.named(
                        name,
                        () -> new ObjectType<>(
                                name,
                                "fields of action: \"" + name + "\"",
                                Fields.lazy(() -> reported(action)),
                                List.of())),
                new FieldMeaning.ReportAction(action));
    }

    private List<FieldDef<Meaning>> reported(Action action) {
        return List.of(
                field(
                        "created_at",
                        "the time at which this action was created",
                        required(scalar("timestamptz")),
                        new FieldMeaning.Reported(Part.CREATED_AT)),
                field(
                        "errors",
                        "errors related to the invocation",
                        scalar("json"),
                        new FieldMeaning.Reported(Part.ERRORS)),
                field("id", UNIQUE_ID, required(scalar("uuid")), new FieldMeaning.Reported(Part.ID)),
                field(
                        "output",
                        "the output fields of this action",
                        use(action.output()).unwrapped(),
                        new FieldMeaning.Reported(Part.OUTPUT)));
    }

    private TypeUse<Meaning> scalar(String name) {
        return registry.named(name, () -> new ScalarType<>(name, null));
    }

    TypeUse<Meaning> use(TypeSyntax type) {
        return switch (type) {
            case TypeSyntax.Named(var name) -> named(name);
            case TypeSyntax.ListOf(var of) -> new TypeUse.ListOf<>(use(of));
            case TypeSyntax.NonNull(var of) -> new TypeUse.NonNull<>(use(of));
        };
    }

    private TypeUse<Meaning> named(String name) {
        var table =
                model.customTypes().containsKey(name) ? null : rowTypes.get().get(name);
        return table == null ? registry.named(name, () -> build(name)) : rows.of(table);
    }

    /** Whether the role sees what the action answers: of tables it sees only those it may select. */
    boolean isAnswerable(Action action) {
        return isVisible(action.output());
    }

    private boolean isVisible(TypeSyntax type) {
        return isVisible(type.typeName());
    }

    private boolean isVisible(String name) {
        return !isUnseenRow(name) && !hidden.get().contains(name);
    }

    private boolean isUnseenRow(String name) {
        var table =
                model.customTypes().containsKey(name) ? null : rowTypes.get().get(name);
        return table != null && !visibility.selectable(table);
    }

    private static Map<String, Table> rowTypes(Model model) {
        var types = new LinkedHashMap<String, Table>();
        model.sources()
                .values()
                .forEach(source -> source.tables().values().forEach(table -> types.put(table.typeName(), table)));
        return types;
    }

    private NamedType<Meaning> build(String name) {
        var custom = model.customTypes().get(name);
        if (custom == null) {
            return new ScalarType<>(name, null);
        }
        return switch (custom) {
            case CustomType.Scalar(var _, var description) -> new ScalarType<>(name, description);
            case CustomType.Enum(var _, var description, var values) -> new EnumType<>(name, description, values);
            case CustomType.InputObject(var _, var description, var fields) ->
                new InputObjectType<>(name, description, Lazy.of(() -> Uses.byName(inputs(fields))));
            case CustomType.Object object ->
                new ObjectType<>(name, object.description(), Fields.lazy(() -> fields(object)), interfaces(object));
            case CustomType.Interface face ->
                new InterfaceType<>(
                        name,
                        face.description(),
                        Fields.lazy(() -> answered(face.fields().values())),
                        objects(face.members()));
            case CustomType.Union(var _, var description, var members) ->
                new UnionType<>(name, description, objects(members));
        };
    }

    private List<InputField<Meaning>> inputs(List<CustomType.Field> fields) {
        return fields.stream()
                .map(each -> input(each.name(), each.description(), use(each.type()), new InputMeaning.PassedOn()))
                .toList();
    }

    private List<FieldDef<Meaning>> answered(Collection<CustomType.Field> fields) {
        return fields.stream()
                .filter(each -> isVisible(each.type()))
                .map(each -> field(each.name(), each.description(), use(each.type()), new FieldMeaning.Answered(each)))
                .toList();
    }

    private List<TypeUse.Named<Meaning>> interfaces(CustomType.Object object) {
        return model.customTypes().values().stream()
                .filter(each -> each instanceof CustomType.Interface face
                        && face.members().contains(object.name())
                        && isVisible(each.name()))
                .map(each -> registry.named(each.name(), () -> build(each.name())))
                .toList();
    }

    private Lazy<List<ObjectType<Meaning>>> objects(List<String> names) {
        return Lazy.of(() -> names.stream()
                .filter(this::isVisible)
                .map(each -> (ObjectType<Meaning>)
                        registry.named(each, () -> build(each)).type().get())
                .toList());
    }

    private List<FieldDef<Meaning>> fields(CustomType.Object object) {
        var fields = new ArrayList<>(answered(object.fields().values()));
        fields.addAll(joined.get().of(model.typeRelationships().of(object).values()));
        return fields;
    }
}
