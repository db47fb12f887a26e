package dev.dovetail.execute;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Blocking tasks side by side on virtual threads, as many as there are: what they may ask of others at a time is bound
 * by {@link Exchanges}.
 */
final class Parallel {
    private Parallel() {}

    /**
     * The results in the order of the tasks. When one fails, later ones are interrupted and the failure of the first in
     * that order is thrown, so that a request that fails twice always tells the same error.
     */
    static <T> List<T> run(List<Callable<T>> tasks) {
        if (tasks.isEmpty()) {
            return List.of();
        }
        if (tasks.size() == 1) {
            return List.of(direct(tasks.getFirst()));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = new ArrayList<Future<T>>(tasks.size());
            tasks.forEach(task -> futures.add(threads.submit(task)));
            return collect(futures);
        }
    }

    private static <T> List<T> collect(List<Future<T>> futures) {
        var results = new ArrayList<T>(futures.size());
        try {
            for (var future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw unchecked(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cancelled();
        } finally {
            futures.forEach(future -> future.cancel(true));
        }
    }

    private static <T> T direct(Callable<T> task) {
        try {
            return task.call();
        } catch (Exception e) {
            throw unchecked(e);
        }
    }

    private static RuntimeException unchecked(Throwable cause) {
        return switch (cause) {
            case RuntimeException already -> already;
            case Error error -> throw error;
            case InterruptedException _ -> {
                Thread.currentThread().interrupt();
                yield cancelled();
            }
            case Throwable checked -> new IllegalStateException(checked);
        };
    }

    static ApiException cancelled() {
        return new ApiException(ErrorCode.UNEXPECTED, Path.ROOT, "the request was cancelled");
    }
}
