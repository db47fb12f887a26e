package dev.dovetail.error;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Ends a request with one failure or more. A control-flow value: it has no stack trace, because it reports a user's
 * mistake and not a programmer's.
 */
public final class ApiException extends RuntimeException {
    private final transient List<Failure> failures;

    public ApiException(Failure failure) {
        this(List.of(failure));
    }

    public ApiException(List<Failure> failures) {
        super(describe(failures.getFirst()), null, false, false);
        this.failures = List.copyOf(failures);
    }

    public ApiException(ErrorCode code, Path path, String message) {
        this(new Failure.Own(code, path, message, null));
    }

    public ApiException(ErrorCode code, Path path, String message, @Nullable JsonNode internal) {
        this(new Failure.Own(code, path, message, internal));
    }

    public static ApiException validation(Path path, String message) {
        return new ApiException(ErrorCode.VALIDATION_FAILED, path, message);
    }

    /** Never empty. */
    public List<Failure> failures() {
        return failures;
    }

    public Failure failure() {
        return failures.getFirst();
    }

    private static String describe(Failure failure) {
        return switch (failure) {
            case Failure.Own own -> own.code().wire() + " at " + own.path() + ": " + own.message();
            case Failure.Handler handler -> handler.message();
            case Failure.Upstream upstream -> upstream.errors().toString();
            case Failure.Partial partial -> describe(partial.cause());
        };
    }
}
