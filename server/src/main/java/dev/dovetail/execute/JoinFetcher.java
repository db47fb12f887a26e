package dev.dovetail.execute;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Failure;
import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.plan.JoinTarget;
import dev.dovetail.plan.JoinTree;
import dev.dovetail.plan.SqlCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Asks the other side of a join for what belongs to some keys. */
final class JoinFetcher {
    private static final int KEY_BYTES = 40;
    private static final int ACTION_BYTES = 500;

    private final SqlSteps sql;
    private final RemoteRunner remotes;
    private final ActionRunner actions;
    private final JoinLimits limits;

    JoinFetcher(SqlSteps sql, RemoteRunner remotes, ActionRunner actions, JoinLimits limits) {
        this.sql = sql;
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

        Fetched and(List<Failure> more) {
            return new Fetched(
                    values, Stream.concat(failures.stream(), more.stream()).toList());
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

    /** About how much is sent for so many keys. */
    static long bytesToWrite(JoinTarget target, int tuples) {
        return switch (target) {
            case JoinTarget.ToTable _ -> 0;
            case JoinTarget.ToRemote remote -> {
                long template = remote.template().stream()
                        .mapToInt(part -> part instanceof JoinTarget.Part.Text(var text) ? text.length() : KEY_BYTES)
                        .sum();
                yield remote.batch() == null ? template * tuples : template;
            }
            case JoinTarget.ToAction _ -> (long) ACTION_BYTES * tuples;
        };
    }

    /** @param tries of a partial join; null for one that is not */
    Underway<Fetched> start(JoinTree.Join join, List<JoinKeys.Tuple> tuples, Turn turn, @Nullable Tries tries) {
        return switch (join.target()) {
            case JoinTarget.ToTable table -> {
                var whole = table.joins().isEmpty() && join.spread() != JoinTree.Spread.FLAT;
                yield tries != null
                        ? Salvage.fetch(tuples, tries, some -> attempt(() -> rows(table, some, whole, turn)))
                        : rows(table, tuples, whole, turn);
            }
            case JoinTarget.ToRemote remote ->
                RemoteBatch.of(remote, join.spread(), tuples).start(remotes, turn, tries);
            case JoinTarget.ToAction action -> new ActionBatch(action, tuples).start(actions, turn, tries);
        };
    }

    private static Underway<Salvage.Attempt> attempt(Supplier<Underway<Fetched>> rows) {
        return Underway.starting(rows)
                .<Salvage.Attempt>then(Salvage.Attempt.Told::new)
                .orElse(fault -> switch (fault) {
                    case ApiException refused when isOfValue(refused) -> new Salvage.Attempt.Spoiled(refused, Set.of());
                    case ApiException refused -> new Salvage.Attempt.Refused(refused);
                    case Throwable other -> throw new CompletionException(other);
                });
    }

    private static boolean isOfValue(ApiException refused) {
        return refused.failures().stream()
                .allMatch(each -> each instanceof Failure.Own own && own.code() == ErrorCode.DATA_EXCEPTION);
    }

    private Underway<Fetched> rows(JoinTarget.ToTable table, List<JoinKeys.Tuple> tuples, boolean whole, Turn turn) {
        return rows(table, tuples, turn)
                .then(bytes -> Fetched.of(whole ? raw(bytes, tuples.size()) : read(bytes, tuples.size())));
    }

    private Underway<byte[]> rows(JoinTarget.ToTable table, List<JoinKeys.Tuple> tuples, Turn turn) {
        var call = turn.call();
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
        return turn.loop().of(sql.start(table.source(), table.call(), values, call), bytes -> bytes.length);
    }

    /** Elements that nobody looks into any more. */
    private static List<JsonNode> raw(byte[] list, int expected) {
        return counted(RawElements.of(list).orElse(List.of()), expected);
    }

    private static List<JsonNode> read(byte[] list, int expected) {
        return counted(List.copyOf(Json.read(list).values()), expected);
    }

    private static List<JsonNode> counted(List<JsonNode> elements, int expected) {
        if (elements.size() != expected) {
            throw new ApiException(
                    ErrorCode.UNEXPECTED, Path.ROOT, "a join answered " + elements.size() + " values for " + expected);
        }
        return elements;
    }
}
