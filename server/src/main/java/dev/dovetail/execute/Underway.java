package dev.dovetail.execute;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Something that was started and is not waited for.
 *
 * @param answer completes on whatever thread it comes from, often an event loop, where nothing may be done that takes
 *     long
 * @param cancel gives it up; the answer then fails. Safe at any time
 */
public record Underway<T>(CompletionStage<T> answer, Runnable cancel) {
    private static final Runnable NOTHING = () -> {};
    private static final Runnable GIVEN_UP = () -> {};

    static <T> Underway<T> done(T value) {
        return new Underway<>(CompletableFuture.completedStage(value), NOTHING);
    }

    /** A failure to start is the answer's, too. */
    static <T> Underway<T> starting(Supplier<Underway<T>> start) {
        try {
            return start.get();
        } catch (Throwable failed) {
            return new Underway<>(CompletableFuture.failedStage(failed), NOTHING);
        }
    }

    /** Work that waits, on a virtual thread of its own, which is interrupted when it is given up. */
    static <T> Underway<T> blocking(Supplier<T> work) {
        var answer = new CompletableFuture<T>();
        var thread = Thread.ofVirtual().unstarted(() -> {
            try {
                answer.complete(work.get());
            } catch (Throwable fault) {
                answer.completeExceptionally(fault);
            }
        });
        thread.start();
        return new Underway<>(answer, thread::interrupt);
    }

    /**
     * The answers in the order of the parts. When a part fails, later ones are given up and the failure of the first in
     * that order counts, so that a request that fails twice always tells the same error.
     */
    static <T> Underway<List<T>> all(List<Underway<T>> parts) {
        if (parts.size() == 1) {
            return parts.getFirst().then(Collections::singletonList);
        }
        var answers =
                parts.stream().map(each -> each.answer().toCompletableFuture()).toList();
        var firstFailed = new AtomicInteger(parts.size());
        for (var i = 0; i < parts.size(); i++) {
            var index = i;
            answers.get(i).whenComplete((_, fault) -> {
                if (fault != null) {
                    var before = firstFailed.getAndAccumulate(index, Math::min);
                    parts.subList(index + 1, Math.max(index + 1, before))
                            .forEach(each -> each.cancel().run());
                }
            });
        }
        var together = CompletableFuture.allOf(answers.toArray(CompletableFuture<?>[]::new));
        return new Underway<>(
                together.handle(
                        (_, _) -> answers.stream().map(CompletableFuture::join).toList()),
                () -> parts.forEach(each -> each.cancel().run()));
    }

    /** What the work makes of the answer; its failures are the answer's. */
    <R> Underway<R> then(Function<T, R> work) {
        return new Underway<>(answer.thenApply(work), cancel);
    }

    /**
     * What is started with the answer, unless it was given up before. To give it up gives up whichever of the two is
     * under way.
     */
    <R> Underway<R> thenStart(Function<T, Underway<R>> next) {
        var current = new AtomicReference<>(cancel);
        var second = answer.thenCompose(value -> {
            if (current.get() == GIVEN_UP) {
                throw cancelled();
            }
            var started = next.apply(value);
            if (!current.compareAndSet(cancel, started.cancel())) {
                started.cancel().run();
            }
            return started.answer();
        });
        return new Underway<>(second, () -> current.getAndSet(GIVEN_UP).run());
    }

    /** What the work gives in place of a failure, or throws. */
    Underway<T> orElse(Function<Throwable, T> work) {
        return new Underway<>(answer.exceptionally(fault -> work.apply(cause(fault))), cancel);
    }

    /** Waits on this (virtual) thread; an interrupt gives it up and throws the error of a cancelled request. */
    T await() {
        try {
            return answer.toCompletableFuture().get();
        } catch (InterruptedException interrupted) {
            cancel.run();
            Thread.currentThread().interrupt();
            throw cancelled();
        } catch (ExecutionException failed) {
            throw unchecked(failed.getCause() == null ? failed : cause(failed.getCause()));
        }
    }

    private static RuntimeException unchecked(Throwable cause) {
        return switch (cause) {
            case RuntimeException already -> already;
            case Error error -> throw error;
            case Throwable checked -> new IllegalStateException(checked);
        };
    }

    /** What went wrong, without what the stages on its way have put around it. */
    public static Throwable cause(Throwable fault) {
        return fault instanceof CompletionException wrapped && wrapped.getCause() != null ? wrapped.getCause() : fault;
    }

    static ApiException cancelled() {
        return new ApiException(ErrorCode.UNEXPECTED, Path.ROOT, "the request was cancelled");
    }
}
