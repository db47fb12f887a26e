package dev.dovetail.http;

import java.time.Duration;
import java.util.Set;

/**
 * How the edge behaves.
 *
 * @param host an address, or {@code *} for all
 * @param port 0 takes a free one
 * @param uploadFilesMax files of one request
 * @param slowAfter how long a request may take to arrive before its connection is closed; a body gets a second more for
 *     each kilobyte that has arrived
 * @param keepAlive how long a connection may be idle between requests
 * @param preserve401 whether the GraphQL endpoint tells a failed authentication by status 401 instead of 200
 */
public record EdgeSettings(
        String host,
        int port,
        long bodyBytesMax,
        int headerBytesMax,
        int uploadFilesMax,
        Duration slowAfter,
        Duration keepAlive,
        boolean preserve401,
        ErrorPolicy errors,
        CorsPolicy cors,
        Set<Api> apis) {

    /** Groups of endpoints that can be switched off. */
    public enum Api {
        METADATA,
        GRAPHQL,
        PGDUMP,
        DEVELOPER,
        CONFIG,
        METRICS,
        /** What only measuring needs; never on by itself. */
        BENCH
    }
}
