package dev.dovetail.auth;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import java.util.List;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/** The {@code x-hasura-*} headers of a request. */
final class SessionHeaders {
    static final String PREFIX = "x-hasura-";
    static final String ADMIN_SECRET = "x-hasura-admin-secret";
    static final String ACCESS_KEY = "x-hasura-access-key";
    static final String BACKEND_ONLY = "x-hasura-use-backend-only-permissions";

    private SessionHeaders() {}

    /**
     * Each header has one value. A header that comes twice with different values is refused: a proxy in front of us and
     * we would otherwise each believe another one.
     */
    static SortedMap<String, String> of(SequencedMap<String, List<String>> headers) {
        var found = new TreeMap<String, String>();
        headers.forEach((name, values) -> {
            if (name.startsWith(PREFIX)) {
                found.put(name, single(name, values));
            }
        });
        return found;
    }

    private static String single(String name, List<String> values) {
        var first = values.getFirst();
        if (values.stream().anyMatch(value -> !value.equals(first))) {
            throw new ApiException(
                    ErrorCode.INVALID_HEADERS,
                    Path.ROOT,
                    "the header \"" + name + "\" came more than once, with different values");
        }
        return first;
    }
}
