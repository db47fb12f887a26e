package dev.dovetail.request;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.execute.Call;
import dev.dovetail.execute.Deadline;
import dev.dovetail.execute.Executor;
import dev.dovetail.graphql.DocumentParser;
import dev.dovetail.graphql.ast.OperationKind;
import dev.dovetail.json.Json;
import dev.dovetail.name.SourceName;
import dev.dovetail.operation.Binder;
import dev.dovetail.operation.BoundField;
import dev.dovetail.operation.Operation;
import dev.dovetail.plan.JoinTree;
import dev.dovetail.plan.Plan;
import dev.dovetail.plan.SqlCall;
import dev.dovetail.plan.Step;
import dev.dovetail.planner.Planner;
import dev.dovetail.schema.FieldMeaning;
import dev.dovetail.schema.RoleSchema;
import dev.dovetail.schema.SchemaKey;
import dev.dovetail.snapshot.Snapshots;
import dev.dovetail.sql.Inlined;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a query would do: for each root field its SQL and Postgres' plan of it, with the values written in. Who asks
 * with {@code "statement": true} also gets the statement that really runs (fields on one source share it) as it is
 * sent, and the arguments that are sent with it. Of mutations only that is told.
 */
public final class Explain {
    private final Snapshots snapshots;
    private final Planner planner;
    private final PlanReader plans;

    /** Asks a source how it would run a statement. */
    public interface PlanReader {
        /** The lines of EXPLAIN. Blocks. */
        List<String> plan(SourceName source, String sql);
    }

    public Explain(Snapshots snapshots, Planner planner, PlanReader plans) {
        this.snapshots = snapshots;
        this.planner = planner;
        this.plans = plans;
    }

    /** For administrators, who ask in the name of whom the body says. Blocks. */
    public ArrayNode answer(JsonNode body) {
        var question = ExplainBody.of(body);
        var session = question.session();
        var schema = snapshots.current().schemas().of(SchemaKey.of(session));
        var request = question.request();
        var document = DocumentParser.parse(request.query());
        var binder = new Binder(schema, document, request.operationName(), request.variables());
        var operation = binder.bind();
        if (operation.kind() == OperationKind.MUTATION && !question.statement()) {
            throw refusal("only queries can be explained");
        }
        var call = new Call(
                binder.variables().values(), session, request.query(), new LinkedHashMap<>(), "", Deadline.NONE);
        var statements = question.statement() ? planner.plan(operation, schema) : null;
        var answer = Json.array();
        for (var field : operation.fields()) {
            if (field.meaning() instanceof FieldMeaning.Namespace) {
                var within = statements == null ? null : within(statements, field.key());
                for (var each : field.fields()) {
                    var step = alone(operation, each, schema);
                    answer.add(entry(field.key() + "." + each.key(), each.key(), step, within, call));
                }
            } else {
                answer.add(entry(field.key(), field.key(), alone(operation, field, schema), statements, call));
            }
        }
        return answer;
    }

    private Step alone(Operation operation, BoundField field, RoleSchema schema) {
        var only = new Operation(operation.kind(), operation.name(), List.of(field));
        return planner.plan(only, schema).steps().getFirst();
    }

    private static Plan within(Plan plan, String key) {
        return plan.steps().stream()
                .filter(step -> step instanceof Step.Namespaced namespaced
                        && namespaced.key().equals(key))
                .map(step -> ((Step.Namespaced) step).plan())
                .findFirst()
                .orElseThrow();
    }

    /** @param shown the key as it is told: after that of its namespace, if it has one */
    private ObjectNode entry(String shown, String key, Step step, @Nullable Plan whole, Call call) {
        var entry = Json.object().put("field", shown);
        switch (step) {
            case Step.SqlQuery(var source, var _, var sqlCall, var joins) -> {
                requireNone(joins);
                var sql = Inlined.of(sqlCall.sql(), Executor.values(sqlCall, call));
                entry.put("sql", sql);
                var plan = entry.putArray("plan");
                plans.plan(source, sql).forEach(plan::add);
                if (whole != null) {
                    tellStatement(entry, shared(whole, key), call);
                }
            }
            case Step.Constant _ -> entry.putNull("sql").putNull("plan");
            case Step.ActionCall _, Step.ActionSubmission _ -> throw refusal("query actions cannot be explained");
            case Step.ActionReport _ ->
                throw refusal("async action query fields without relationships to table cannot be explained");
            case Step.RemoteCall _ -> throw refusal("only hasura queries can be explained");
            case Step.SqlMutations _, Step.NestedInsert _ -> throw refusal("only queries can be explained");
            case Step.Namespaced _ -> throw new IllegalStateException("a namespace within a namespace");
            case Step.SqlMutation mutation -> {
                if (mutation.calls().size() > 1) {
                    throw refusal("mutations of several statements cannot be explained");
                }
                tellStatement(entry, mutation.calls().getFirst(), call);
            }
        }
        return entry;
    }

    private static SqlCall shared(Plan whole, String key) {
        for (var step : whole.steps()) {
            if (step instanceof Step.SqlQuery query && query.keys().contains(key)) {
                return query.call();
            }
        }
        throw new IllegalStateException("no statement answers " + key);
    }

    private static void tellStatement(ObjectNode entry, SqlCall sqlCall, Call call) {
        entry.put("statement", sqlCall.sql());
        var arguments = entry.putArray("arguments");
        for (var value : Executor.values(sqlCall, call)) {
            switch (value) {
                case null -> arguments.addNull();
                case String one -> arguments.add(one);
                case String[] many -> Arrays.stream(many).forEach(arguments.addArray()::add);
                default -> throw new IllegalStateException("no argument: " + value.getClass());
            }
        }
    }

    private static void requireNone(JoinTree joins) {
        if (!joins.isEmpty()) {
            throw refusal("queries with remote relationships cannot be explained");
        }
    }

    private static ApiException refusal(String message) {
        return new ApiException(ErrorCode.INVALID_PARAMS, Path.ROOT, message);
    }
}
