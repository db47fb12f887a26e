package dev.dovetail.schema;

import static dev.dovetail.schema.Uses.field;

import dev.dovetail.graphql.IntrospectionTypes;
import dev.dovetail.graphql.type.FieldDef;
import dev.dovetail.graphql.type.ObjectType;
import dev.dovetail.graphql.type.Schema;
import dev.dovetail.graphql.type.TypeUse;
import dev.dovetail.model.Action;
import dev.dovetail.model.Model;
import dev.dovetail.model.Naming;
import dev.dovetail.model.NullRules;
import dev.dovetail.model.RemoteSchema;
import dev.dovetail.model.RootField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What one role sees. Immutable to the eye; types come into being as they are touched. */
public final class RoleSchema {
    private final SchemaKey key;
    private final NullRules nulls;
    private final Visibility visibility;
    private final TableRoots tables;
    private final FunctionRoots functions;
    private final NativeTypes natives;
    private final ActionTypes actions;
    private final RemoteTypes remotes;
    private final JoinedFields joinedFields;
    private final Registry registry;
    private final Schema<Meaning> schema;

    RoleSchema(Model model, SchemaKey key) {
        this.key = key;
        this.nulls = model.openness().nulls();
        this.registry = new Registry();
        this.visibility = new Visibility(model, key);
        var scalars = new ScalarTypes(registry, visibility.arrays());
        var boolExps = new BoolExpTypes(registry, visibility, scalars);
        var arguments =
                new SelectArguments(registry, visibility, scalars, boolExps, new OrderByTypes(registry, visibility));
        var routines = new RoutineTypes(registry, scalars);
        // Rows, answers of actions and remote objects lead to each other, so the fields between them come last.
        Supplier<JoinedFields> joined = this::joined;
        var rows = new RowTypes(registry, visibility, scalars, arguments, joined, routines);
        this.remotes = new RemoteTypes(registry, visibility, model.typeRelationships(), joined);
        this.natives = rows.natives();
        this.functions = new FunctionRoots(visibility, arguments, rows, routines);
        this.tables = new TableRoots(registry, visibility, scalars, boolExps, arguments, rows);
        this.actions = new ActionTypes(model, registry, visibility, rows, joined);
        this.joinedFields = new JoinedFields(visibility, arguments, rows, remotes, actions);
        this.schema = new Schema<>(
                queryRoot(model, scalars), mutationRoot(model, scalars), subscriptionRoot(model), Directives.ALL);
    }

    public SchemaKey key() {
        return key;
    }

    public NullRules nulls() {
        return nulls;
    }

    public Schema<Meaning> schema() {
        return schema;
    }

    private JoinedFields joined() {
        return joinedFields;
    }

    private ObjectType<Meaning> queryRoot(Model model, ScalarTypes scalars) {
        var nothing = field(
                "no_queries_available",
                "There are no queries available to the current role. Either there are no sources or remote schemas"
                        + " configured, or the current role doesn't have the required permissions.",
                Uses.required(scalars.scalar("String")),
                new FieldMeaning.NothingHere());
        var fields = new RootFieldView(
                model.roots().query(), this::exists, root -> build(root, "_query"), introspection(), nothing);
        return new ObjectType<>("query_root", null, fields, List.of());
    }

    /**
     * {@code __schema} and {@code __type} get their own meanings; what is within them is answered by the language room.
     */
    private static List<FieldDef<Meaning>> introspection() {
        return IntrospectionTypes.<Meaning>of(new FieldMeaning.Introspected()).queryFields().stream()
                .map(each -> new FieldDef<Meaning>(
                        each.name(),
                        each.description(),
                        each.arguments(),
                        each.type(),
                        each.name().equals("__schema")
                                ? new FieldMeaning.IntrospectSchema()
                                : new FieldMeaning.IntrospectType(),
                        each.deprecation()))
                .toList();
    }

    private @Nullable ObjectType<Meaning> mutationRoot(Model model, ScalarTypes scalars) {
        var nothing = field(
                "no_mutations_available",
                null,
                Uses.required(scalars.scalar("String")),
                new FieldMeaning.NothingHere());
        var ofMutations = key.backendOnly() ? "_mutation_backend" : "_mutation_frontend";
        var fields = new RootFieldView(
                model.roots().mutation(), this::exists, root -> build(root, ofMutations), List.of(), nothing);
        return fields.isEmpty() ? null : new ObjectType<>("mutation_root", "mutation root", fields, List.of());
    }

    /** What became of calls of asynchronous actions; live queries of tables are still to come. */
    private @Nullable ObjectType<Meaning> subscriptionRoot(Model model) {
        var reports = new LinkedHashMap<String, RootField>();
        model.roots().query().forEach((name, root) -> {
            if (root instanceof RootField.OfActionReport) {
                reports.put(name, root);
            }
        });
        var fields = new RootFieldView(reports, this::exists, root -> build(root, "_subscription"), List.of(), null);
        return fields.isEmpty() ? null : new ObjectType<>("subscription_root", null, fields, List.of());
    }

    private boolean exists(RootField root) {
        return switch (root) {
            case RootField.OfTable(var table, var kind) -> tables.exists(table, kind);
            case RootField.OfFunction(var function, var aggregate) -> functions.exists(function, aggregate);
            case RootField.OfNativeQuery(var query) -> visibility.selectable(query);
            case RootField.OfAction(Action action) -> action.allows(key.role()) && actions.isAnswerable(action);
            case RootField.OfActionReport(Action action) -> action.allows(key.role()) && actions.isAnswerable(action);
            case RootField.OfRemote(var remote, var parent, var field) -> remotes.sees(remote, parent, field);
            case RootField.OfRemoteNamespace(var _, var _, var fields) ->
                fields.values().stream().anyMatch(this::exists);
            case RootField.OfNamespace(var _, var _, var fields) ->
                fields.values().stream().anyMatch(this::exists);
        };
    }

    /** @param ending of the types of namespaces */
    private FieldDef<Meaning> build(RootField root, String ending) {
        return switch (root) {
            case RootField.OfTable(var table, var kind) -> tables.build(table, kind);
            case RootField.OfFunction(var function, var aggregate) -> functions.build(function, aggregate);
            case RootField.OfNativeQuery(var query) -> natives.root(query);
            case RootField.OfAction(Action action) -> actions.root(action);
            case RootField.OfActionReport(Action action) -> actions.report(action);
            case RootField.OfRemote(var remote, var parent, var field) -> remotes.root(remote, parent, field);
            case RootField.OfRemoteNamespace(var remote, var type, var fields) -> remoteNamespace(remote, type, fields);
            case RootField.OfNamespace(var _, var naming, var fields) -> namespace(naming, fields, ending);
        };
    }

    /** Not registered: a remote's own types may refer to its root, whose fields are then no roots of ours. */
    private FieldDef<Meaning> remoteNamespace(
            RemoteSchema remote, String type, SequencedMap<String, RootField> within) {
        var fields = new RootFieldView(within, this::exists, root -> build(root, ""), List.of(), null);
        return field(
                Objects.requireNonNull(remote.naming().namespace()),
                null,
                TypeUse.Named.of(new ObjectType<>(type, null, fields, List.of())),
                new FieldMeaning.Namespace());
    }

    private FieldDef<Meaning> namespace(Naming naming, SequencedMap<String, RootField> within, String ending) {
        var namespace = Objects.requireNonNull(naming.namespace());
        var name = naming.customizedType(namespace + ending);
        var type = registry.named(
                name,
                () -> new ObjectType<>(
                        name,
                        null,
                        new RootFieldView(within, this::exists, root -> build(root, ending), List.of(), null),
                        List.of()));
        return field(namespace, null, type, new FieldMeaning.Namespace());
    }
}
