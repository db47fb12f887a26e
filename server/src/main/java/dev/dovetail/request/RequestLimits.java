package dev.dovetail.request;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Bounds on requests.
 *
 * @param loopBodyBytesMax a larger body leaves the event loop before it is read
 * @param planCacheBytesMax weight of cached plans
 * @param timeMax for a whole operation; null for none
 */
public record RequestLimits(
        int batchOperationsMax,
        int loopBodyBytesMax,
        long planCacheBytesMax,
        @Nullable Duration timeMax) {
    public static final RequestLimits DEFAULT = new RequestLimits(100, 64 * 1024, 64L * 1024 * 1024, null);
}
