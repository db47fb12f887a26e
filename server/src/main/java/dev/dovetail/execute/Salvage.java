package dev.dovetail.execute;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.Failure;
import dev.dovetail.execute.JoinFetcher.Fetched;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What there is for the keys of a partial join although one of them spoils the answer for all: a remote schema answers
 * nothing when a field fails that may not be null, and Postgres no row when one key is no value of the column's type.
 *
 * <p>The keys that the failure names are left out and the others asked for once more, then in halves. That is done one
 * part after the other, the greater ones first, and has bounds, since each costs the other side as much as any request.
 */
final class Salvage {
    /** Enough to find the one bad key among ten thousand. */
    private static final int AGAIN_MAX = 32;

    /** As often it is tried without success; then it seems not to depend on the key. */
    private static final int IN_VAIN_MAX = 14;

    private static final Duration NOT_AFTER = Duration.ofSeconds(10);

    private final List<JoinKeys.Tuple> tuples;
    private final Function<List<JoinKeys.Tuple>, Underway<Attempt>> ask;
    private final List<@Nullable JsonNode> values;
    private final List<Failure> failures = new ArrayList<>();
    private final Queue<Part> waiting = new ArrayDeque<>();
    private final Deadline deadline = Deadline.in(NOT_AFTER);
    private int again;
    private int inVain;

    /** What became of one question. */
    sealed interface Attempt {
        record Told(Fetched fetched) implements Attempt {}

        /** @param by positions of the keys that failed; empty when that is not known */
        record Spoiled(ApiException failed, Set<Integer> by) implements Attempt {}

        /** For no reason that lies with a key. */
        record Refused(ApiException failed) implements Attempt {}
    }

    /**
     * Keys that are to be asked for again.
     *
     * @param positions in {@link #tuples}
     * @param failed what they are told if that is not done
     */
    private record Part(List<Integer> positions, ApiException failed) {
        List<Part> halves() {
            var middle = positions.size() / 2;
            return List.of(
                    new Part(positions.subList(0, middle), failed),
                    new Part(positions.subList(middle, positions.size()), failed));
        }
    }

    private Salvage(List<JoinKeys.Tuple> tuples, Function<List<JoinKeys.Tuple>, Underway<Attempt>> ask) {
        this.tuples = tuples;
        this.ask = ask;
        this.values = new ArrayList<@Nullable JsonNode>();
        tuples.forEach(_ -> values.add(null));
    }

    /** @param ask for some of the keys */
    static Underway<Fetched> fetch(List<JoinKeys.Tuple> tuples, Function<List<JoinKeys.Tuple>, Underway<Attempt>> ask) {
        return ask.apply(tuples).thenStart(attempt -> switch (attempt) {
            case Attempt.Told(var fetched) -> Underway.done(fetched);
            case Attempt.Spoiled _, Attempt.Refused _ -> new Salvage(tuples, ask).after(attempt);
        });
    }

    /**
     * What is known before anything is asked: some keys are none that the other side takes.
     *
     * @param why by positions
     */
    static Attempt unfit(List<JoinKeys.Tuple> tuples, SequencedMap<Integer, ApiException> why) {
        var failures = why.entrySet().stream()
                .flatMap(each -> tuples.get(each.getKey()).places().stream()
                        .flatMap(place -> each.getValue().failures().stream()
                                .<Failure>map(failure -> new Failure.Partial(Place.path(place), failure))))
                .limit(JoinKeys.PLACES_MAX)
                .toList();
        return new Attempt.Spoiled(new ApiException(failures), why.keySet());
    }

    private Underway<Fetched> after(Attempt first) {
        var all = IntStream.range(0, tuples.size()).boxed().toList();
        switch (first) {
            case Attempt.Told(var fetched) -> told(all, fetched);
            case Attempt.Spoiled(var failed, var by) -> {
                var rest = without(all, by, failed);
                waiting.addAll(by.isEmpty() ? halves(rest) : rest.positions().isEmpty() ? List.of() : List.of(rest));
            }
            case Attempt.Refused(var failed) -> giveUp(all, failed);
        }
        return next();
    }

    private Underway<Fetched> next() {
        while (!waiting.isEmpty()) {
            var part = waiting.remove();
            if (again < AGAIN_MAX && inVain < IN_VAIN_MAX && !deadline.hasPassed()) {
                again++;
                return ask.apply(part.positions().stream().map(tuples::get).toList())
                        .thenStart(attempt -> next(part, attempt));
            }
            giveUp(part.positions(), part.failed());
        }
        return Underway.done(new Fetched(values, JoinFailures.bounded(failures.stream())));
    }

    private Underway<Fetched> next(Part part, Attempt attempt) {
        inVain = attempt instanceof Attempt.Told ? 0 : inVain + 1;
        switch (attempt) {
            case Attempt.Told(var fetched) -> told(part.positions(), fetched);
            case Attempt.Spoiled(var failed, var by) -> waiting.addAll(halves(without(part.positions(), by, failed)));
            case Attempt.Refused(var failed) -> {
                giveUp(part.positions(), failed);
                again = AGAIN_MAX;
            }
        }
        return next();
    }

    private void told(List<Integer> positions, Fetched fetched) {
        for (var i = 0; i < positions.size(); i++) {
            values.set(positions.get(i), fetched.values().get(i));
        }
        failures.addAll(fetched.failures());
    }

    /** @param by positions among the positions */
    private Part without(List<Integer> positions, Set<Integer> by, ApiException failed) {
        var rest = new ArrayList<Integer>();
        var named = new ArrayList<Integer>();
        for (var i = 0; i < positions.size(); i++) {
            (by.contains(i) ? named : rest).add(positions.get(i));
        }
        giveUp(named, failed);
        return new Part(rest, failed);
    }

    private List<Part> halves(Part part) {
        if (part.positions().size() > 1) {
            return part.halves();
        }
        giveUp(part.positions(), part.failed());
        return List.of();
    }

    private void giveUp(List<Integer> positions, ApiException failed) {
        var lost = positions.stream().map(tuples::get).toList();
        failures.addAll(JoinFailures.at(JoinKeys.placesOf(lost), failed.failures()));
    }
}
