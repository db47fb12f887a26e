package dev.dovetail.execute;

import dev.dovetail.error.Failure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What running a plan gave.
 *
 * @param data the {@code data} object as UTF-8 JSON; null when something failed that is not partial
 * @param headers for the HTTP answer: Set-Cookie of handlers and remote schemas
 */
public record Answer(byte @Nullable [] data, List<Failure> failures, List<Header> headers) {
    /** @param failures of partial joins, whose fields are null in the data */
    public static Answer of(byte[] data, List<Failure> failures, List<Header> headers) {
        return new Answer(data, failures, headers);
    }

    public static Answer failed(List<Failure> failures) {
        return new Answer(null, failures, List.of());
    }
}
