package dev.dovetail.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.execute.JoinFetcher.Fetched;
import dev.dovetail.execute.Salvage.Attempt;
import dev.dovetail.json.Json;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayName("RRL-08: the keys of a partial join are asked for again within bounds")
class SalvageTest {
    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private Duration each = Duration.ZERO;
    private Function<Integer, String> words = _ -> "no";

    @Test
    void notMoreThan32Times() {
        check(1_024, key -> key % 128 == 0 && key < 512, 33);
    }

    @Test
    void notLaterThanTenSecondsAfterTheFirstTime() {
        each = Duration.ofSeconds(1);
        check(1_024, key -> key % 128 == 0 && key < 512, 11);
    }

    @Test
    void notMoreThan14TimesInVain() {
        words = time -> "no " + time;
        check(1_024, _ -> true, 15);
    }

    @Test
    @DisplayName("RRL-08: what fails alike for all keys, for both halves and for one key is not tried any more")
    void whatSeemsNotToDependOnTheKey() {
        check(1_024, _ -> true, 4);
        check(8, _ -> true, 4);
        // With so few keys it may be chance.
        check(7, key -> key % 2 == 0, 13);
        // The sample is good, and so the others are worth it.
        var fetched = fetch(64, Set.of(0, 63)::contains, new Tries(now::get));
        assertThat(fetched.values().stream().filter(Objects::isNull)).hasSize(2);
    }

    @Test
    @DisplayName("RRL-08: the bound is that of the join, not of each of its calls")
    void allCallsOfAJoinShareTheBound() {
        var tries = new Tries(now::get);
        for (var call = 0; call < 10; call++) {
            fetch(100, key -> key == 1, tries);
        }
        assertThat(asked).hasValue(10 + 32);
    }

    @Test
    void whatSeemsNotToDependOnTheKeyIsKnownToTheOtherCalls() {
        var tries = new Tries(now::get);
        for (var call = 0; call < 10; call++) {
            fetch(100, _ -> true, tries);
        }
        assertThat(asked).hasValue(10 + 3);
        words = _ -> "other";
        fetch(100, _ -> true, tries);
        assertThat(asked).hasValue(10 + 3 + 1 + 3);
    }

    @Test
    @DisplayName("RRL-08: keys that are not sent at all cost nothing of what may be tried again")
    void unfitKeysDoNotCount() {
        var tries = new Tries(now::get);
        for (var call = 0; call < 40; call++) {
            var fetched = Salvage.fetch(tuples(3), tries, some -> {
                        if (some.size() == 3) {
                            var why = new LinkedHashMap<Integer, ApiException>();
                            why.put(1, failed("unfit"));
                            return Underway.done(Salvage.unfit(some, why));
                        }
                        return Underway.done(new Attempt.Told(Fetched.of(values(some))));
                    })
                    .await();
            assertThat(fetched.values().stream().map(String::valueOf)).containsExactly("0", "null", "2");
        }
    }

    private void check(int keys, IntPredicate bad, int requests) {
        asked.set(0);
        fetch(keys, bad, new Tries(now::get));
        assertThat(asked).hasValue(requests);
    }

    /** One that is bad takes the answer from all. */
    private Fetched fetch(int keys, IntPredicate bad, Tries tries) {
        return Salvage.fetch(tuples(keys), tries, some -> {
                    var time = asked.getAndIncrement();
                    now.addAndGet(each.toNanos());
                    var spoilt = some.stream()
                            .mapToInt(tuple -> tuple.values().getFirst().asInt())
                            .anyMatch(bad);
                    return Underway.done(
                            spoilt
                                    ? new Attempt.Spoiled(failed(words.apply(time)), Set.of())
                                    : new Attempt.Told(Fetched.of(values(some))));
                })
                .await();
    }

    private static List<JsonNode> values(List<JoinKeys.Tuple> some) {
        return some.stream().map(tuple -> tuple.values().getFirst()).toList();
    }

    private static ApiException failed(String words) {
        return new ApiException(ErrorCode.DATA_EXCEPTION, Path.ROOT, words);
    }

    private static List<JoinKeys.Tuple> tuples(int keys) {
        return IntStream.range(0, keys)
                .mapToObj(key -> new JoinKeys.Tuple(
                        List.of(Json.read("" + key)), List.of("" + key), List.of(new Place(null, "f" + key))))
                .toList();
    }
}
