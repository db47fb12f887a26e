package dev.dovetail.execute;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Answers by a function, which may throw {@link HttpFailure}. */
public record FakeHttp(Function<Request, Response> answers) implements Http {
    /** Where nobody listens. */
    public static final Http NOWHERE = new FakeHttp(_ -> {
        throw new HttpFailure(HttpFailure.Kind.CONNECTION_FAILURE);
    });

    @Override
    public Response send(Request request) {
        return answers.apply(request);
    }

    @Override
    public Underway<Response> start(Request request) {
        try {
            return new Underway<>(CompletableFuture.completedStage(send(request)), () -> {});
        } catch (HttpFailure failure) {
            return new Underway<>(CompletableFuture.failedStage(failure), () -> {});
        }
    }
}
