package dev.dovetail.execute;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.Failure;
import dev.dovetail.execute.JoinFetcher.Fetched;
import dev.dovetail.json.Json;
import dev.dovetail.plan.JoinTarget;
import dev.dovetail.plan.JoinTree;
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
    private final JoinFetcher fetcher;
    private final Exchanges exchanges;

    JoinRunner(JoinFetcher fetcher, Exchanges exchanges) {
        this.fetcher = fetcher;
        this.exchanges = exchanges;
    }

    /**
     * Changes the answer in place. Joins of one level run side by side.
     *
     * @return what failed in partial joins
     */
    List<Failure> join(ObjectNode answer, JoinTree tree, Call call) {
        var all = new ArrayList<JoinKeys>();
        tree.joins().forEach(join -> all.add(JoinKeys.collect(answer, join)));
        var tasks = new ArrayList<Callable<Fetched>>();
        all.forEach(keys -> tasks.add(() -> results(keys, call)));
        var results = Parallel.run(tasks);
        var failures = new ArrayList<Failure>();
        for (var i = 0; i < all.size(); i++) {
            all.get(i).stitch(results.get(i).values());
            failures.addAll(results.get(i).failures());
        }
        for (var hidden : tree.hidden()) {
            JoinKeys.walk(answer, hidden.path(), null, (holder, _) -> holder.remove(hidden.key()));
        }
        return failures;
    }

    private Fetched results(JoinKeys keys, Call call) {
        if (!keys.join().partial()) {
            return fetched(keys, call);
        }
        try {
            return fetched(keys, call);
        } catch (ApiException failed) {
            return nothing(keys, failed);
        }
    }

    private Fetched fetched(JoinKeys keys, Call call) {
        var target = keys.join().target();
        var chunks = chunks(keys.tuples(), fetcher.chunk(target));
        var tasks = new ArrayList<Callable<Fetched>>();
        chunks.forEach(chunk -> tasks.add(() -> fetch(keys, chunk, call)));
        var values = new ArrayList<@Nullable JsonNode>();
        var failures = new ArrayList<Failure>();
        for (var each : Parallel.run(tasks)) {
            values.addAll(each.values());
            // Each call may fail by itself, and there may be as many as keys.
            var left = JoinKeys.PLACES_MAX - failures.size();
            failures.addAll(each.failures().subList(0, Math.min(each.failures().size(), left)));
        }
        if (!target.joins().isEmpty() && !values.isEmpty()) {
            failures.addAll(joined(values, target.joins(), keys, call));
        }
        return new Fetched(values, failures);
    }

    private Fetched fetch(JoinKeys keys, List<JoinKeys.Tuple> tuples, Call call) {
        var join = keys.join();
        if (!join.partial()) {
            return exchanges.run(() -> fetcher.fetch(join.target(), tuples, call, false));
        }
        try {
            return exchanges.run(() -> fetcher.fetch(join.target(), tuples, call, true));
        } catch (ApiException failed) {
            return nothing(keys, tuples, failed);
        }
    }

    /** No value for any key, and the failure at each place that wanted one. */
    private static Fetched nothing(JoinKeys keys, ApiException failed) {
        return nothing(keys, keys.tuples(), failed);
    }

    private static Fetched nothing(JoinKeys keys, List<JoinKeys.Tuple> tuples, ApiException failed) {
        if (Thread.currentThread().isInterrupted()) {
            throw failed;
        }
        var failures = new ArrayList<Failure>();
        for (var place : JoinKeys.placesOf(tuples)) {
            failed.failures().forEach(each -> failures.add(new Failure.Partial(Place.path(place), each)));
        }
        var values = new ArrayList<@Nullable JsonNode>();
        tuples.forEach(_ -> values.add(null));
        return new Fetched(values, failures);
    }

    private List<Failure> joined(List<@Nullable JsonNode> fetched, JoinTree tree, JoinKeys keys, Call call) {
        var elements = Json.array();
        fetched.forEach(each -> elements.add(each == null ? Json.string(null) : each));
        var wrapper = Json.object();
        wrapper.set(JoinTarget.ELEMENT, elements);
        try {
            return UpstreamPaths.of(join(wrapper, tree, call), path -> place(path, keys));
        } catch (ApiException e) {
            throw UpstreamPaths.of(e, path -> place(path, keys));
        }
    }

    /** {@code [value, 3, …]} within the wrapper is the third tuple's field, and so on from there. */
    private static @Nullable ArrayNode place(ArrayNode path, JoinKeys keys) {
        var index = path.path(1).asInt(-1);
        if (index < 0 || index >= keys.tuples().size()) {
            return null;
        }
        var field = Place.path(keys.tuples().get(index).place());
        // How far an element comes to stand in a list of several lists is not known yet.
        return keys.join().spread() == JoinTree.Spread.FLAT ? field : UpstreamPaths.append(field, path, 2);
    }

    private static List<List<JoinKeys.Tuple>> chunks(List<JoinKeys.Tuple> tuples, int size) {
        var chunks = new ArrayList<List<JoinKeys.Tuple>>();
        for (var from = 0; from < tuples.size(); from += size) {
            chunks.add(tuples.subList(from, Math.min(from + size, tuples.size())));
        }
        return chunks;
    }
}
