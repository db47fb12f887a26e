package dev.dovetail.execute;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.Failure;
import dev.dovetail.execute.JoinFetcher.Fetched;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
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
    /** As often it is tried without success; then it seems not to depend on the key. */
    private static final int IN_VAIN_MAX = 14;

    /** Of fewer keys it may be chance that all that is asked for fails in the same way. */
    private static final int SAMPLED_MIN = 8;

    private static final int BOTH_HALVES = 2;
    private static final int ALSO_THE_SAMPLE = 3;

    private final List<JoinKeys.Tuple> tuples;
    private final Tries tries;
    private final Function<List<JoinKeys.Tuple>, Underway<Attempt>> ask;
    private final List<@Nullable JsonNode> values;
    private final List<Failure> failures = new ArrayList<>();
    private final Deque<Part> waiting = new ArrayDeque<>();
    private int inVain;
    private boolean refused;

    /** Of the first failure. */
    private String words = "";

    /** How many halves, and then single keys, failed in the same words; null once something did not. */
    private @Nullable Integer alike;

    /** What became of one question. */
    sealed interface Attempt {
        record Told(Fetched fetched) implements Attempt {}

        /** @param by positions of the keys that failed; empty when that is not known */
        record Spoiled(ApiException failed, Set<Integer> by) implements Attempt {}

        /**
         * Nothing was asked, since some keys are none that the other side takes.
         *
         * @param by their positions
         */
        record Unfit(ApiException failed, Set<Integer> by) implements Attempt {}

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
            return List.of(part(0, middle), part(middle, positions.size()));
        }

        /** One from the middle, and the others. */
        List<Part> sample() {
            var middle = positions.size() / 2;
            var others = new ArrayList<>(positions);
            others.remove(middle);
            return List.of(part(middle, middle + 1), new Part(others, failed));
        }

        private Part part(int from, int to) {
            return new Part(positions.subList(from, to), failed);
        }
    }

    private Salvage(List<JoinKeys.Tuple> tuples, Tries tries, Function<List<JoinKeys.Tuple>, Underway<Attempt>> ask) {
        this.tuples = tuples;
        this.tries = tries;
        this.ask = ask;
        this.values = new ArrayList<@Nullable JsonNode>();
        tuples.forEach(_ -> values.add(null));
    }

    /**
     * @param tries of the whole join
     * @param ask for some of the keys
     */
    static Underway<Fetched> fetch(
            List<JoinKeys.Tuple> tuples, Tries tries, Function<List<JoinKeys.Tuple>, Underway<Attempt>> ask) {
        return ask.apply(tuples).thenStart(attempt -> switch (attempt) {
            case Attempt.Told(var fetched) -> Underway.done(fetched);
            case Attempt.Spoiled _, Attempt.Unfit _, Attempt.Refused _ -> {
                var all = IntStream.range(0, tuples.size()).boxed().toList();
                yield new Salvage(tuples, tries, ask).first(all, attempt);
            }
        });
    }

    /** @param why by positions */
    static Attempt unfit(List<JoinKeys.Tuple> tuples, SequencedMap<Integer, ApiException> why) {
        var failures = why.entrySet().stream()
                .flatMap(each -> tuples.get(each.getKey()).places().stream()
                        .flatMap(place -> each.getValue().failures().stream()
                                .<Failure>map(failure -> new Failure.Partial(Place.path(place), failure))))
                .limit(JoinKeys.PLACES_MAX)
                .toList();
        return new Attempt.Unfit(new ApiException(failures), why.keySet());
    }

    private Underway<Fetched> first(List<Integer> positions, Attempt attempt) {
        switch (attempt) {
            case Attempt.Told(var fetched) -> told(positions, fetched);
            case Attempt.Unfit(var failed, var by) -> {
                var fit = without(positions, by, failed).positions();
                if (!fit.isEmpty()) {
                    return ask(fit).thenStart(next -> first(fit, next));
                }
            }
            case Attempt.Spoiled(var failed, var by) -> {
                var rest = without(positions, by, failed);
                words = words(failed.failure());
                // What the failure names is left out first, and then there may be halves.
                alike = rest.positions().size() < SAMPLED_MIN ? null : by.isEmpty() ? 0 : -1;
                waiting.addAll(by.isEmpty() ? halves(rest) : rest.positions().isEmpty() ? List.of() : List.of(rest));
            }
            case Attempt.Refused(var failed) -> giveUp(positions, failed);
        }
        return next();
    }

    private Underway<Attempt> ask(List<Integer> positions) {
        return ask.apply(positions.stream().map(tuples::get).toList());
    }

    private Underway<Fetched> next() {
        while (!waiting.isEmpty()) {
            var part = waiting.remove();
            if (!refused && inVain < IN_VAIN_MAX && tries.again(words)) {
                var asked = sampled(part);
                return ask(asked.positions()).thenStart(attempt -> next(asked, attempt));
            }
            giveUp(part.positions(), part.failed());
        }
        return Underway.done(new Fetched(values, JoinFailures.bounded(failures.stream())));
    }

    /** One key of the part, the others waiting, when all that was asked for failed in the same way. */
    private Part sampled(Part part) {
        if (alike == null || alike != BOTH_HALVES || part.positions().size() == 1) {
            return part;
        }
        var sample = part.sample();
        waiting.addFirst(sample.getLast());
        return sample.getFirst();
    }

    private Underway<Fetched> next(Part part, Attempt attempt) {
        inVain = attempt instanceof Attempt.Told ? 0 : inVain + 1;
        switch (attempt) {
            case Attempt.Told(var fetched) -> {
                alike = null;
                told(part.positions(), fetched);
            }
            case Attempt.Spoiled(var failed, var by) -> spoiled(part, failed, by);
            case Attempt.Unfit(var failed, var by) -> spoiled(part, failed, by);
            case Attempt.Refused(var failed) -> {
                giveUp(part.positions(), failed);
                refused = true;
            }
        }
        return next();
    }

    private void spoiled(Part part, ApiException failed, Set<Integer> by) {
        alike = alike == null || !words.equals(words(failed.failure())) ? null : alike + 1;
        if (alike != null && alike == ALSO_THE_SAMPLE) {
            tries.giveUp(words);
        }
        waiting.addAll(halves(without(part.positions(), by, failed)));
    }

    /** What the failure says, apart from where. */
    private static String words(Failure failure) {
        return switch (failure) {
            case Failure.Own own -> own.message();
            case Failure.Handler handler -> handler.message();
            case Failure.Upstream(var errors) -> errors.path(0).path("message").asString("");
            case Failure.Partial(var _, var cause) -> words(cause);
        };
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
