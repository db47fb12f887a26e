package dev.dovetail.execute;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.plan.JoinTarget;
import dev.dovetail.plan.JoinTree;
import dev.dovetail.plan.SqlCall;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Fills the joined fields of an answer: for each join the distinct keys are collected, one call fetches what belongs to
 * them, the joins of what was fetched are done once for all of it, and then it is put where it belongs.
 *
 * <p>One fetched value may come to stand at several places, as the same object. That is safe because it is complete
 * before it is put anywhere, and nothing below a joined field is touched afterwards.
 */
final class JoinRunner {
    /** The most keys of one statement, and of one request to a remote schema; more are fetched by several. */
    private static final int TABLE_KEYS_MAX = 10_000;

    private static final int REMOTE_KEYS_MAX = 1_000;

    private final Databases databases;
    private final RemoteRunner remotes;

    JoinRunner(Databases databases, RemoteRunner remotes) {
        this.databases = databases;
        this.remotes = remotes;
    }

    /** Changes the answer in place. Joins of one level run side by side. */
    void join(ObjectNode answer, JoinTree tree, Call call) {
        var all = new ArrayList<JoinKeys>();
        tree.joins().forEach(join -> all.add(JoinKeys.collect(answer, join)));
        var tasks = new ArrayList<Callable<List<JsonNode>>>();
        all.forEach(keys -> tasks.add(() -> results(keys, call)));
        var results = tasks.isEmpty() ? List.<List<JsonNode>>of() : Parallel.run(tasks);
        for (var i = 0; i < all.size(); i++) {
            all.get(i).stitch(results.get(i));
        }
        for (var hidden : tree.hidden()) {
            JoinKeys.walk(answer, hidden.path(), null, (holder, _) -> holder.remove(hidden.key()));
        }
    }

    private List<JsonNode> results(JoinKeys keys, Call call) {
        if (keys.tuples().isEmpty()) {
            return List.of();
        }
        var target = keys.join().target();
        var fetched = switch (target) {
            case JoinTarget.ToTable table -> fetch(table, keys.tuples(), call);
            case JoinTarget.ToRemote remote -> fetch(remote, keys.tuples(), call);
        };
        if (target.joins().isEmpty()) {
            return fetched;
        }
        return joined(fetched, target.joins(), keys.tuples(), call);
    }

    private List<JsonNode> joined(List<JsonNode> fetched, JoinTree tree, List<JoinKeys.Tuple> tuples, Call call) {
        var elements = Json.array().addAll(fetched);
        var wrapper = Json.object();
        wrapper.set(JoinTarget.ELEMENT, elements);
        try {
            join(wrapper, tree, call);
        } catch (ApiException e) {
            throw UpstreamPaths.of(e, path -> place(path, tuples));
        }
        return elements.values().stream().toList();
    }

    /** {@code [value, 3, …]} within the wrapper is the third tuple's field, and so on from there. */
    private static @Nullable ArrayNode place(ArrayNode path, List<JoinKeys.Tuple> tuples) {
        var index = path.path(1).asInt(-1);
        if (index < 0 || index >= tuples.size()) {
            return null;
        }
        return UpstreamPaths.append(Place.path(tuples.get(index).place()), path, 2);
    }

    private List<JsonNode> fetch(JoinTarget.ToTable table, List<JoinKeys.Tuple> tuples, Call call) {
        return inChunks(tuples, TABLE_KEYS_MAX, chunk -> fetchChunk(table, chunk, call));
    }

    private List<JsonNode> fetchChunk(JoinTarget.ToTable table, List<JoinKeys.Tuple> tuples, Call call) {
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

    private List<JsonNode> fetch(JoinTarget.ToRemote remote, List<JoinKeys.Tuple> tuples, Call call) {
        return inChunks(
                tuples, REMOTE_KEYS_MAX, chunk -> RemoteBatch.of(remote, chunk).fetch(remotes, call));
    }

    private interface Fetch {
        List<JsonNode> of(List<JoinKeys.Tuple> chunk);
    }

    private static List<JsonNode> inChunks(List<JoinKeys.Tuple> tuples, int size, Fetch fetch) {
        if (tuples.size() <= size) {
            return fetch.of(tuples);
        }
        var all = new ArrayList<JsonNode>(tuples.size());
        for (var from = 0; from < tuples.size(); from += size) {
            all.addAll(fetch.of(tuples.subList(from, Math.min(from + size, tuples.size()))));
        }
        return all;
    }

    private static List<JsonNode> elements(JsonNode list, int expected) {
        if (!list.isArray() || list.size() != expected) {
            throw new ApiException(
                    ErrorCode.UNEXPECTED, Path.ROOT, "a join answered " + list.size() + " values for " + expected);
        }
        return list.values().stream().toList();
    }
}
