package dev.dovetail.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.error.ApiException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is started and not waited for: in which order it starts, what fails with it, and what giving it up stops. */
class UnderwayTest {
    private final List<String> journal = new ArrayList<>();

    @Test
    void stepsStartOneAfterTheOther() {
        var first = new CompletableFuture<Integer>();
        var all = InOrder.of(List.<Supplier<Underway<Integer>>>of(
                () -> given("a", first), () -> given("b", CompletableFuture.completedFuture(2))));
        assertThat(journal).containsExactly("a");
        first.complete(1);
        assertThat(all.await()).containsExactly(1, 2);
        assertThat(journal).containsExactly("a", "b");
    }

    @Test
    void nothingStartsAfterAFailure() {
        var all = InOrder.of(List.<Supplier<Underway<Integer>>>of(
                () -> {
                    throw new IllegalStateException("no");
                },
                () -> given("b", new CompletableFuture<>())));
        assertThatThrownBy(all::await).hasMessage("no");
        assertThat(journal).isEmpty();
    }

    @Test
    void nothingStartsAfterItWasGivenUp() {
        var first = new CompletableFuture<Integer>();
        var all = InOrder.of(List.<Supplier<Underway<Integer>>>of(
                () -> given("a", first), () -> given("b", new CompletableFuture<>())));
        all.cancel().run();
        // Whoever was given up may still succeed.
        first.complete(1);
        assertThatThrownBy(all::await).isInstanceOf(ApiException.class);
        assertThat(journal).containsExactly("a", "cancel a");
    }

    @Test
    void whatWouldFollowIsNotStartedEither() {
        var first = new CompletableFuture<Integer>();
        var both = given("a", first).thenStart(_ -> given("b", new CompletableFuture<>()));
        both.cancel().run();
        first.complete(1);
        assertThatThrownBy(both::await).isInstanceOf(ApiException.class);
        assertThat(journal).containsExactly("a", "cancel a");
    }

    @Test
    void manyStepsTakeNoStack() {
        var first = new CompletableFuture<Integer>();
        var steps = new ArrayList<Supplier<Underway<Integer>>>();
        steps.add(() -> given("a", first));
        IntStream.range(0, 200_000).forEach(i -> steps.add(() -> Underway.done(i)));
        var all = InOrder.of(steps);
        first.complete(-1);
        assertThat(all.await()).hasSize(200_001).startsWith(-1, 0).endsWith(199_999);
    }

    @Test
    void theFirstFailureInOrderCountsAndLaterPartsAreGivenUp() {
        var parts = IntStream.range(0, 4)
                .mapToObj(_ -> new CompletableFuture<Integer>())
                .toList();
        var all = Underway.all(IntStream.range(0, 4)
                .mapToObj(i -> given("part " + i, parts.get(i)))
                .toList());
        journal.clear();
        parts.get(2).completeExceptionally(new IllegalStateException("third"));
        assertThat(journal).containsExactly("cancel part 3");
        parts.get(1).completeExceptionally(new IllegalStateException("second"));
        parts.get(0).complete(0);
        parts.get(3).completeExceptionally(Underway.cancelled());
        assertThatThrownBy(all::await).hasMessage("second");
    }

    @Test
    void placesComeBackHoweverAnExchangeEnds() {
        var exchanges = new Exchanges(1);
        var first = new CompletableFuture<Integer>();
        var one = exchanges.run(() -> given("a", first));
        var waiting = exchanges.run(() -> given("b", new CompletableFuture<>()));
        var failing = exchanges.<Integer>run(() -> {
            throw new IllegalStateException("no");
        });
        var last = exchanges.run(() -> given("c", CompletableFuture.completedFuture(3)));
        waiting.cancel().run();
        first.complete(1);
        assertThat(one.await()).isEqualTo(1);
        assertThatThrownBy(waiting::await).isInstanceOf(ApiException.class);
        assertThatThrownBy(failing::await).hasMessage("no");
        assertThat(last.await()).isEqualTo(3);
        assertThat(journal).containsExactly("a", "c");
    }

    @Test
    void longAddressesAreNotKept() {
        var addresses = new Addresses();
        var url = "http://host/" + "x".repeat(5_000);
        assertThat(addresses.of(url)).isPresent();
        assertThat(addresses.of(url).orElseThrow())
                .isNotSameAs(addresses.of(url).orElseThrow());
        assertThat(addresses.of("http://host/").orElseThrow())
                .isSameAs(addresses.of("http://host/").orElseThrow());
    }

    private Underway<Integer> given(String name, CompletableFuture<Integer> answer) {
        journal.add(name);
        return new Underway<>(answer, () -> journal.add("cancel " + name));
    }
}
