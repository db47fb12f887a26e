package dev.dovetail.planner;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.graphql.Introspection;
import dev.dovetail.graphql.ast.OperationKind;
import dev.dovetail.json.Json;
import dev.dovetail.model.RemoteSchema;
import dev.dovetail.model.Table;
import dev.dovetail.name.SourceName;
import dev.dovetail.operation.BoundField;
import dev.dovetail.operation.Operation;
import dev.dovetail.plan.Plan;
import dev.dovetail.plan.SqlCall;
import dev.dovetail.plan.Step;
import dev.dovetail.schema.FieldMeaning;
import dev.dovetail.schema.RoleSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.BiFunction;

/** Makes the plan of an operation. */
public final class Planner {
    private final PlannerOptions options;
    private final StatementWatch watch;

    public Planner(PlannerOptions options) {
        this(options, StatementWatch.NONE);
    }

    Planner(PlannerOptions options, StatementWatch watch) {
        this.options = options;
        this.watch = watch;
    }

    public Plan plan(Operation operation, RoleSchema schema) {
        var statements = new StatementFactory(schema.key().role(), options, watch);
        return plan(operation, schema, statements);
    }

    private static Plan plan(Operation operation, RoleSchema schema, StatementFactory statements) {
        var steps = switch (operation.kind()) {
            case QUERY -> query(operation, schema, statements);
            case MUTATION -> mutation(operation, schema, statements);
            case SUBSCRIPTION -> throw refused(operation);
        };
        return new Plan(
                operation.kind(),
                steps,
                operation.fields().stream().map(BoundField::key).toList());
    }

    /** What no subscription may hold is told first, as in the reference. */
    private static ApiException refused(Operation subscription) {
        return subscription.fields().stream().anyMatch(OutsideKeys::leadToJoins)
                ? new ApiException(
                        ErrorCode.NOT_SUPPORTED, Path.ROOT, "Remote relationships are not allowed in subscriptions")
                : new ApiException(
                        ErrorCode.UNEXPECTED_PAYLOAD,
                        Path.ROOT,
                        "subscriptions are not supported over HTTP, use websockets instead");
    }

    /** What stands under a namespace is planned as an operation of its own. */
    private static Step namespaced(
            Operation operation, BoundField namespace, RoleSchema schema, StatementFactory statements) {
        var within = new Operation(operation.kind(), operation.name(), namespace.fields());
        return new Step.Namespaced(namespace.key(), plan(within, schema, statements));
    }

    /** Fields on one source share a statement, fields of one remote schema a request. */
    private static List<Step> query(Operation operation, RoleSchema schema, StatementFactory statements) {
        var steps = new ArrayList<Step>();
        SequencedMap<SourceName, List<BoundField>> onSources = new LinkedHashMap<>();
        SequencedMap<RemoteSchema, List<BoundField>> onRemotes = new LinkedHashMap<>();
        for (var field : operation.fields()) {
            switch (field.meaning()) {
                case FieldMeaning.SelectMany(var table) -> add(onSources, table.source(), field);
                case FieldMeaning.SelectByKey(var table) -> add(onSources, table.source(), field);
                case FieldMeaning.SelectAggregate(var table) -> add(onSources, table.source(), field);
                case FieldMeaning.SelectGroups(var table) -> add(onSources, table.source(), field);
                case FieldMeaning.SelectNative(var query) -> add(onSources, query.source(), field);
                case FieldMeaning.CallFunction(var function) ->
                    add(onSources, function.table().source(), field);
                case FieldMeaning.CallFunctionAggregate(var function) ->
                    add(onSources, function.table().source(), field);
                case FieldMeaning.CallRemote(var remote, var _, var _) -> add(onRemotes, remote, field);
                case FieldMeaning.Namespace() -> steps.add(namespaced(operation, field, schema, statements));
                case FieldMeaning.CallAction(var action) ->
                    steps.add(new ActionPlanner(statements).plan(action, field));
                case FieldMeaning.ReportAction(var action) ->
                    steps.add(new ActionPlanner(statements).report(action, field));
                case FieldMeaning.IntrospectSchema() ->
                    steps.add(new Step.Constant(field.key(), Introspection.schema(schema.schema(), field.fields())));
                case FieldMeaning.IntrospectType() -> {
                    var name = field.arguments().get("name");
                    var answer =
                            Introspection.type(schema.schema(), name == null ? "" : name.asString(""), field.fields());
                    steps.add(new Step.Constant(field.key(), answer));
                }
                case FieldMeaning.TypeName(var name) -> steps.add(new Step.Constant(field.key(), Json.string(name)));
                case FieldMeaning.NothingHere() ->
                    steps.add(new Step.Constant(
                            field.key(), Json.string(field.definition().description())));
                case FieldMeaning other -> throw new IllegalStateException("no root of a query: " + other);
            }
        }
        onSources.forEach((source, fields) -> steps.add(new QueryPlanner(statements).plan(source, fields)));
        onRemotes.forEach((remote, fields) ->
                steps.add(new RemotePlanner(statements).plan(OperationKind.QUERY, operation.name(), remote, fields)));
        return steps;
    }

    private static <K> void add(SequencedMap<K, List<BoundField>> fields, K key, BoundField field) {
        fields.computeIfAbsent(key, _ -> new ArrayList<>()).add(field);
    }

    /** Field by field, in order. */
    private static List<Step> mutation(Operation operation, RoleSchema schema, StatementFactory statements) {
        UpdatePlanner.refuseTooMany(operation.fields(), statements.options().updatesMax());
        var steps = new ArrayList<Step>();
        for (var field : operation.fields()) {
            steps.add(
                    field.meaning() instanceof FieldMeaning.Namespace
                            ? namespaced(operation, field, schema, statements)
                            : mutationStep(operation, field, statements));
        }
        return steps;
    }

    private static Step mutationStep(Operation operation, BoundField field, StatementFactory statements) {
        return switch (field.meaning()) {
            case FieldMeaning.InsertMany(var table) -> new InsertPlanner(statements, table).many(field);
            case FieldMeaning.InsertOne(var table) -> new InsertPlanner(statements, table).one(field);
            case FieldMeaning.UpdateWhere(var table) -> sql(table, field, new UpdatePlanner(statements, table)::where);
            case FieldMeaning.UpdateMany(var table) -> new UpdatePlanner(statements, table).many(field);
            case FieldMeaning.UpdateByKey(var table) -> sql(table, field, new UpdatePlanner(statements, table)::byKey);
            case FieldMeaning.DeleteWhere(var table) -> sql(table, field, new DeletePlanner(statements, table)::where);
            case FieldMeaning.DeleteByKey(var table) -> sql(table, field, new DeletePlanner(statements, table)::byKey);
            case FieldMeaning.CallFunction(var function) ->
                sql(
                        function.table(),
                        field,
                        (each, joins) -> new FunctionPlanner(statements, function, each).plan(joins));
            case FieldMeaning.CallAction(var action) -> new ActionPlanner(statements).plan(action, field);
            case FieldMeaning.SubmitAction(var action) -> ActionPlanner.submission(action, field);
            case FieldMeaning.CallRemote(var remote, var _, var _) ->
                new RemotePlanner(statements).plan(OperationKind.MUTATION, operation.name(), remote, List.of(field));
            case FieldMeaning.TypeName(var name) -> new Step.Constant(field.key(), Json.string(name));
            case FieldMeaning other -> throw new IllegalStateException("no root of a mutation: " + other);
        };
    }

    private static Step sql(Table table, BoundField field, BiFunction<BoundField, Joins, List<SqlCall>> planned) {
        var joins = new Joins();
        var calls = planned.apply(field, joins);
        return new Step.SqlMutation(table.source(), field.key(), calls, joins.tree());
    }
}
