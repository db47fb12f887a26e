package dev.dovetail.execute;

import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Something that was started and is not waited for.
 *
 * @param answer completes on an I/O thread, on which nothing may be done that takes long
 * @param cancel gives it up; the answer then fails. Safe at any time
 */
public record Underway<T>(CompletionStage<T> answer, Runnable cancel) {

    /** What the work makes of the answer; its failures are the answer's. */
    <R> Underway<R> then(Function<T, R> work) {
        return new Underway<>(answer.thenApply(work), cancel);
    }

    /** What went wrong, without what the stages on its way have put around it. */
    public static Throwable cause(Throwable fault) {
        return fault instanceof CompletionException wrapped && wrapped.getCause() != null ? wrapped.getCause() : fault;
    }
}
