package dev.dovetail.operation;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.graphql.ast.Document;
import dev.dovetail.graphql.ast.OperationDefinition;
import dev.dovetail.graphql.ast.Selection;
import dev.dovetail.graphql.type.EnumType;
import dev.dovetail.graphql.type.FieldDef;
import dev.dovetail.graphql.type.Fields;
import dev.dovetail.graphql.type.InputObjectType;
import dev.dovetail.graphql.type.InterfaceType;
import dev.dovetail.graphql.type.NamedType;
import dev.dovetail.graphql.type.ObjectType;
import dev.dovetail.graphql.type.ScalarType;
import dev.dovetail.graphql.type.TypeUse;
import dev.dovetail.graphql.type.UnionType;
import dev.dovetail.schema.FieldMeaning;
import dev.dovetail.schema.Meaning;
import dev.dovetail.schema.RoleSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Binds a document's operation to a role's schema. One binder serves one request. */
public final class Binder {
    private static final Path SELECTIONS = new Path("$.selectionSet");

    /** Fragments under aliases multiply: without a bound a short text could ask for more fields than memory holds. */
    public static final int FIELDS_MAX = 100_000;

    private final RoleSchema schema;
    private final OperationDefinition definition;
    private final RequestVariables variables;
    private final InputBinder inputs;
    private final Selections selections;
    private int fields;

    /** Chooses the operation and checks the variables; throws what the client did wrong. */
    public Binder(RoleSchema schema, Document document, @Nullable String operationName, ObjectNode variables) {
        this.schema = schema;
        this.definition = choose(document, operationName);
        this.variables =
                RequestVariables.resolve(definition, variables, VariableUse.in(document, definition), schema.nulls());
        this.inputs = new InputBinder(this.variables, schema.nulls());
        this.selections = new Selections(document, new SelectionDirectives(this.variables));
    }

    public RequestVariables variables() {
        return variables;
    }

    /** After {@link #bind}: the variables whose value, not only its shape, decides the plan. */
    public Set<String> enumVariables() {
        return inputs.enumVariables();
    }

    public Operation bind() {
        var root = root();
        SelectionDirectives.check(
                definition.directives(),
                SelectionDirectives.Location.valueOf(definition.kind().name()),
                Path.ROOT);
        return new Operation(definition.kind(), definition.name(), fields(root, definition.selections(), SELECTIONS));
    }

    private ObjectType<Meaning> root() {
        return switch (definition.kind()) {
            case QUERY -> schema.schema().query();
            case MUTATION -> orNone(schema.schema().mutation(), "no mutations exist");
            case SUBSCRIPTION -> orNone(schema.schema().subscription(), "no subscriptions exist");
        };
    }

    private static ObjectType<Meaning> orNone(@Nullable ObjectType<Meaning> root, String message) {
        if (root == null) {
            throw ApiException.validation(Path.ROOT, message);
        }
        return root;
    }

    private static OperationDefinition choose(Document document, @Nullable String name) {
        if (name == null) {
            if (document.operations().size() != 1) {
                throw ApiException.validation(
                        Path.ROOT,
                        "exactly one operation has to be present in the document when operationName is not specified");
            }
            return document.operations().getFirst();
        }
        if (document.operations().stream().anyMatch(each -> each.name() == null)) {
            throw ApiException.validation(
                    Path.ROOT, "operationName cannot be used when an anonymous operation exists in the document");
        }
        return document.operations().stream()
                .filter(each -> name.equals(each.name()))
                .findFirst()
                .orElseThrow(() -> new ApiException(
                        ErrorCode.VALIDATION_FAILED,
                        Path.ROOT,
                        "no such operation found in the document: \"" + name + "\""));
    }

    private List<BoundField> fields(NamedType<Meaning> type, List<Selection> selected, Path path) {
        if (selected.isEmpty()) {
            throw ApiException.validation(path, "missing selection set for '" + type.name() + "'");
        }
        var bound = new ArrayList<BoundField>();
        for (var merged : selections.collect(selected, TypeConditions.of(type), path)) {
            if (++fields > FIELDS_MAX) {
                throw ApiException.validation(SELECTIONS, "the operation selects more than " + FIELDS_MAX + " fields");
            }
            var onType = merged.onType();
            var holder = onType == null ? type : member(type, onType, path);
            bound.add(field(holder, merged, path));
        }
        return bound;
    }

    private static NamedType<Meaning> member(NamedType<Meaning> type, String name, Path path) {
        var possible = switch (type) {
            case InterfaceType<Meaning> in -> in.possible().get();
            case UnionType<Meaning> union -> union.members().get();
            case ScalarType<Meaning> _, EnumType<Meaning> _, ObjectType<Meaning> _, InputObjectType<Meaning> _ ->
                List.<ObjectType<Meaning>>of();
        };
        for (var object : possible) {
            if (object.name().equals(name)) {
                return object;
            }
            for (var each : object.interfaces()) {
                if (each.name().equals(name)) {
                    return each.type().get();
                }
            }
        }
        throw ApiException.validation(
                path,
                "fragment cannot be spread here as objects of type '" + type.name() + "' can never be of type '" + name
                        + "'");
    }

    private BoundField field(NamedType<Meaning> holder, Selections.Merged merged, Path path) {
        var node = merged.node();
        var at = path.key(node.name());
        var known = find(holder, node.name(), at);
        for (var name : node.arguments().keySet()) {
            if (!known.arguments().containsKey(name)) {
                throw ApiException.validation(at, "'" + node.name() + "' has no argument named '" + name + "'");
            }
        }
        var arguments = inputs.arguments(known.arguments(), node.arguments(), at.key("args"));
        var type = known.type().named().type().get();
        return new BoundField(
                node.responseKey(),
                known,
                arguments,
                node.arguments(),
                within(type, merged.selections(), at),
                merged.onType(),
                at);
    }

    private List<BoundField> within(NamedType<Meaning> type, List<Selection> selected, Path path) {
        return switch (type) {
            case ObjectType<Meaning> _, InterfaceType<Meaning> _, UnionType<Meaning> _ ->
                fields(type, selected, path.key("selectionSet"));
            case ScalarType<Meaning> _, EnumType<Meaning> _, InputObjectType<Meaning> _ -> {
                if (!selected.isEmpty()) {
                    throw ApiException.validation(path, "unexpected subselection set for non-object field");
                }
                yield List.of();
            }
        };
    }

    private static FieldDef<Meaning> find(NamedType<Meaning> holder, String name, Path path) {
        if (name.equals("__typename")) {
            return typeName(holder.name());
        }
        var fields = switch (holder) {
            case ObjectType<Meaning> object -> object.fields();
            case InterfaceType<Meaning> in -> in.fields();
            case UnionType<Meaning> _, ScalarType<Meaning> _, EnumType<Meaning> _, InputObjectType<Meaning> _ ->
                Fields.<Meaning>lazy(List::of);
        };
        var known = fields.get(name);
        if (known == null) {
            throw ApiException.validation(path, "field '" + name + "' not found in type: '" + holder.name() + "'");
        }
        return known;
    }

    private static FieldDef<Meaning> typeName(String holder) {
        TypeUse<Meaning> string = TypeUse.Named.of(new ScalarType<>("String", null));
        return new FieldDef<>(
                "__typename",
                null,
                new LinkedHashMap<>(),
                new TypeUse.NonNull<>(string),
                new FieldMeaning.TypeName(holder),
                null);
    }
}
