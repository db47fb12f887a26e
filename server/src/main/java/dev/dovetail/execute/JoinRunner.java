package dev.dovetail.execute;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.Failure;
import dev.dovetail.execute.JoinFetcher.Fetched;
import dev.dovetail.json.Json;
import dev.dovetail.plan.JoinTarget;
import dev.dovetail.plan.JoinTree;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
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
    private final Turn turn;

    JoinRunner(JoinFetcher fetcher, Turn turn) {
        this.fetcher = fetcher;
        this.turn = turn;
    }

    /**
     * Changes the answer in place. Joins of one level run side by side.
     *
     * @return what failed in partial joins
     */
    Underway<List<Failure>> join(ObjectNode answer, JoinTree tree) {
        var all = tree.joins().stream()
                .map(join -> JoinKeys.collect(answer, join))
                .toList();
        var results = all.stream().map(this::results).toList();
        return turn.loop()
                .times(
                        Underway.all(results),
                        _ -> all.stream().mapToInt(JoinKeys::sharing).max().orElse(1))
                .then(each -> stitched(answer, tree, all, each));
    }

    private static List<Failure> stitched(ObjectNode answer, JoinTree tree, List<JoinKeys> all, List<Fetched> results) {
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

    private Underway<Fetched> results(JoinKeys keys) {
        var fetched = Underway.starting(() -> fetched(keys));
        return keys.join().partial() ? fetched.orElse(fault -> nothing(keys.tuples(), refusal(fault))) : fetched;
    }

    private Underway<Fetched> fetched(JoinKeys keys) {
        var target = keys.join().target();
        var tries = keys.join().partial() ? new Tries(System::nanoTime) : null;
        var chunks = chunks(keys.tuples(), fetcher.chunk(target)).stream()
                .map(chunk -> fetch(keys.join(), chunk, tries))
                .toList();
        var fetched = Underway.all(chunks).then(JoinRunner::together);
        return target.joins().isEmpty() ? fetched : fetched.thenStart(outer -> joined(outer, target.joins(), keys));
    }

    private static Fetched together(List<Fetched> chunks) {
        if (chunks.size() == 1) {
            return chunks.getFirst();
        }
        var values = new ArrayList<@Nullable JsonNode>();
        chunks.forEach(each -> values.addAll(each.values()));
        return new Fetched(values, JoinFailures.bounded(chunks.stream().flatMap(each -> each.failures().stream())));
    }

    private Underway<Fetched> fetch(JoinTree.Join join, List<JoinKeys.Tuple> tuples, @Nullable Tries tries) {
        var toWrite = JoinFetcher.bytesToWrite(join.target(), tuples.size());
        var fetched = Underway.starting(() ->
                turn.exchanges().run(() -> turn.loop().start(toWrite, () -> fetcher.start(join, tuples, turn, tries))));
        return tries != null ? fetched.orElse(fault -> nothing(tuples, refusal(fault))) : fetched;
    }

    private static ApiException refusal(Throwable fault) {
        if (fault instanceof ApiException refused) {
            return refused;
        }
        throw new CompletionException(fault);
    }

    /** No value for any key, and the failure at each place that wanted one. */
    private static Fetched nothing(List<JoinKeys.Tuple> tuples, ApiException failed) {
        var values = new ArrayList<@Nullable JsonNode>();
        tuples.forEach(_ -> values.add(null));
        return new Fetched(values, JoinFailures.at(JoinKeys.placesOf(tuples), failed.failures()));
    }

    /** What was fetched, with what is joined to it. */
    private Underway<Fetched> joined(Fetched outer, JoinTree tree, JoinKeys keys) {
        if (outer.values().isEmpty()) {
            return Underway.done(outer);
        }
        var elements = Json.array();
        outer.values().forEach(each -> elements.add(each == null ? Json.string(null) : each));
        var wrapper = Json.object();
        wrapper.set(JoinTarget.ELEMENT, elements);
        return join(wrapper, tree)
                .then(inner -> outer.and(UpstreamPaths.of(inner, path -> place(path, keys))))
                .orElse(fault -> {
                    throw UpstreamPaths.of(refusal(fault), path -> place(path, keys));
                });
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
