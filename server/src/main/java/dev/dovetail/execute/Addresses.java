package dev.dovetail.execute;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Takes addresses apart, each once: the same few are called again and again. */
public final class Addresses {
    /** Transforms may make new ones without end. */
    private static final int KNOWN_MAX = 1_000;

    private static final int CHARS_MAX = 2_000;

    private final Map<String, Optional<Address>> known = new ConcurrentHashMap<>();

    /** As {@link Address#parse}. */
    public Optional<Address> of(String url) {
        var found = known.get(url);
        if (found != null) {
            return found;
        }
        if (url.length() > CHARS_MAX) {
            return Address.parse(url);
        }
        if (known.size() >= KNOWN_MAX) {
            known.clear();
        }
        var parsed = Address.parse(url);
        known.put(url, parsed);
        return parsed;
    }

    /** As {@link Address#told}. */
    String told(String url) {
        return Address.told(of(url));
    }
}
