package dev.dovetail.snapshot;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The snapshot in force. Only the command room publishes. */
public final class Snapshots {
    private final AtomicReference<@Nullable Snapshot> inForce = new AtomicReference<>();

    public void publish(Snapshot snapshot) {
        inForce.set(snapshot);
    }

    /** @throws ApiException with code {@code unavailable} before the first is published */
    public Snapshot current() {
        var snapshot = inForce.get();
        if (snapshot != null) return snapshot;
        throw new ApiException(ErrorCode.UNAVAILABLE, Path.ROOT, "the metadata has not been loaded yet");
    }

    public Optional<Snapshot> peek() {
        return Optional.ofNullable(inForce.get());
    }
}
