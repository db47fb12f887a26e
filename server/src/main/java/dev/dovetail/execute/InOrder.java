package dev.dovetail.execute;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Things that are started one after the other, each when the one before is done. */
final class InOrder<T> {
    private final List<Supplier<Underway<T>>> starts;
    private final List<T> answers = new ArrayList<>();
    private final CompletableFuture<List<T>> all = new CompletableFuture<>();

    /** Guarded by this. */
    private @Nullable Runnable cancel;

    private boolean givenUp;

    private InOrder(List<Supplier<Underway<T>>> starts) {
        this.starts = starts;
    }

    /** Nothing is started after a failure, or when it was given up. */
    static <T> Underway<List<T>> of(List<Supplier<Underway<T>>> starts) {
        var order = new InOrder<>(starts);
        order.from(0);
        return new Underway<>(order.all, order::giveUp);
    }

    private void from(int first) {
        for (var i = first; i < starts.size(); i++) {
            var answer = start(starts.get(i));
            if (!answer.isDone()) {
                var next = i + 1;
                answer.whenComplete((_, _) -> {
                    if (took(answer)) {
                        from(next);
                    }
                });
                return;
            }
            if (!took(answer)) {
                return;
            }
        }
        all.complete(answers);
    }

    private CompletableFuture<T> start(Supplier<Underway<T>> start) {
        synchronized (this) {
            if (givenUp) {
                return CompletableFuture.failedFuture(Underway.cancelled());
            }
        }
        var started = Underway.starting(start);
        synchronized (this) {
            cancel = started.cancel();
            if (!givenUp) {
                return started.answer().toCompletableFuture();
            }
        }
        started.cancel().run();
        return started.answer().toCompletableFuture();
    }

    private boolean took(CompletableFuture<T> answer) {
        if (answer.isCompletedExceptionally()) {
            all.completeExceptionally(Underway.cause(answer.exceptionNow()));
            return false;
        }
        answers.add(answer.resultNow());
        return true;
    }

    private void giveUp() {
        Runnable current;
        synchronized (this) {
            givenUp = true;
            current = cancel;
        }
        if (current != null) {
            current.run();
        }
    }
}
