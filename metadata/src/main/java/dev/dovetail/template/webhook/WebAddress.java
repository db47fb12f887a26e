package dev.dovetail.template.webhook;

import dev.dovetail.json.Json;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;

/**
 * An address in two parts.
 *
 * @param place everything before the query
 * @param query without its question mark; empty for none
 */
record WebAddress(String place, String query) {
    private static final Pattern DOTS = Pattern.compile("(\\.|%2[eE]){1,2}");

    static WebAddress of(String url) {
        var fragment = url.indexOf('#');
        var whole = fragment < 0 ? url : url.substring(0, fragment);
        var mark = whole.indexOf('?');
        return mark < 0
                ? new WebAddress(whole, "")
                : new WebAddress(whole.substring(0, mark), whole.substring(mark + 1));
    }

    /** Empty when it is no address; blanks and line breaks make it none. */
    static Optional<WebAddress> checked(String url) {
        try {
            return new URI(url).isAbsolute() ? Optional.of(of(url)) : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    /** An address without a path gets the shortest there is. */
    WebAddress withPath() {
        var authority = place.indexOf("://");
        return authority < 0 || place.indexOf('/', authority + 3) >= 0 ? this : new WebAddress(place + "/", query);
    }

    /** Scheme, user, host and port, as they are written. */
    String host() {
        var authority = place.indexOf("://");
        var end = authority < 0 ? -1 : place.indexOf('/', authority + 3);
        return end < 0 ? place : place.substring(0, end);
    }

    /** How many segments of the path are {@code .} or {@code ..}, escaped or not. */
    long dotSegments() {
        return Arrays.stream(place.split("/", -1))
                .filter(segment -> DOTS.matcher(segment).matches())
                .count();
    }

    WebAddress withQuery(String other) {
        return new WebAddress(place, other);
    }

    /** {@code [["name", "value"], ["name without value", null]]} */
    ArrayNode parameters() {
        var parameters = Json.array();
        for (var pair : query.split("[&;]", -1)) {
            var sign = pair.indexOf('=');
            if (!pair.isEmpty()) {
                parameters
                        .addArray()
                        .add(decoded(sign < 0 ? pair : pair.substring(0, sign)))
                        .add(sign < 0 ? Json.string(null) : Json.string(decoded(pair.substring(sign + 1))));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }

    @Override
    public String toString() {
        return query.isEmpty() ? place : place + "?" + query;
    }
}
