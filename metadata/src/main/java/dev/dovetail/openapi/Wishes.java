package dev.dovetail.openapi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the user wants of an import.
 *
 * @param baseUrl of the service, may hold {@code {{VARIABLE}}}; null for the first server of the description
 * @param only names of actions or tags to import; empty for all
 * @param prefix put before the names of actions and types
 * @param headers names to environment variables whose values are sent in them
 * @param forwardClientHeaders whether the client's headers go to the service
 */
public record Wishes(
        @Nullable String baseUrl,
        Set<String> only,
        String prefix,
        SequencedMap<String, String> headers,
        boolean forwardClientHeaders) {
    public static final Wishes NONE = new Wishes(null, Set.of(), "", new LinkedHashMap<>(), false);

    public Wishes {
        only = Set.copyOf(only);
        headers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(headers));
    }
}
