package dev.dovetail.execute;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Failure;
import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.plan.JoinTarget;
import dev.dovetail.plan.SqlCall;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Asks the other side of a join for what belongs to some keys. */
final class JoinFetcher {
    private final Databases databases;
    private final RemoteRunner remotes;
    private final ActionRunner actions;
    private final JoinLimits limits;

    JoinFetcher(Databases databases, RemoteRunner remotes, ActionRunner actions, JoinLimits limits) {
        this.databases = databases;
        this.remotes = remotes;
        this.actions = actions;
        this.limits = limits;
    }

    /**
     * @param values one for each key tuple, in their order; null for what could not be fetched
     * @param failures why
     */
    record Fetched(List<@Nullable JsonNode> values, List<Failure> failures) {
        static Fetched of(List<JsonNode> values) {
            return new Fetched(new ArrayList<@Nullable JsonNode>(values), List.of());
        }
    }

    /** How many key tuples go in one call. */
    int chunk(JoinTarget target) {
        return switch (target) {
            case JoinTarget.ToTable _ -> limits.tableKeys();
            case JoinTarget.ToRemote _ -> limits.remoteKeys();
            case JoinTarget.ToAction action -> action.batch() ? limits.remoteKeys() : 1;
        };
    }

    /** @param partial whether a remote schema may answer some and refuse others */
    Fetched fetch(JoinTarget target, List<JoinKeys.Tuple> tuples, Call call, boolean partial) {
        return switch (target) {
            case JoinTarget.ToTable table -> Fetched.of(rows(table, tuples, call));
            case JoinTarget.ToRemote remote -> RemoteBatch.of(remote, tuples).fetch(remotes, call, partial);
            case JoinTarget.ToAction action -> Fetched.of(new ActionBatch(action, tuples).fetch(actions, call));
        };
    }

    private List<JsonNode> rows(JoinTarget.ToTable table, List<JoinKeys.Tuple> tuples, Call call) {
        var slots = new Slots(Inputs.of(call));
        var values = new ArrayList<@Nullable Object>();
        for (var argument : table.call().arguments()) {
            values.add(
                    switch (argument) {
                        case SqlCall.Argument.Given(var slot) -> slots.fill(slot);
                        case SqlCall.Argument.JoinKeys(var key) ->
                            tuples.stream().map(tuple -> tuple.texts().get(key)).toArray(String[]::new);
                        case SqlCall.Argument.FromCall _, SqlCall.Argument.InsertRows _ ->
                            throw new IllegalStateException("a join has no earlier statement");
                    });
        }
        var bytes = databases
                .of(table.source())
                .run(table.call().sql(), values, call.deadline().left());
        return elements(Json.read(bytes), tuples.size());
    }

    private static List<JsonNode> elements(JsonNode list, int expected) {
        if (!list.isArray() || list.size() != expected) {
            throw new ApiException(
                    ErrorCode.UNEXPECTED, Path.ROOT, "a join answered " + list.size() + " values for " + expected);
        }
        return list.values().stream().toList();
    }
}
