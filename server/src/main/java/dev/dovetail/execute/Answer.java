package dev.dovetail.execute;

import dev.dovetail.error.Failure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What running a plan gave.
 *
 * @param data the {@code data} object as UTF-8 JSON; null when something failed
 * @param headers for the HTTP answer: Set-Cookie of handlers and remote schemas
 */
public record Answer(byte @Nullable [] data, List<Failure> failures, List<Header> headers) {
    public static Answer of(byte[] data, List<Header> headers) {
        return new Answer(data, List.of(), headers);
    }

    public static Answer failed(List<Failure> failures) {
        return new Answer(null, failures, List.of());
    }
}
