package dev.dovetail.http;

import io.vertx.core.http.HttpServerRequest;
import java.util.stream.Stream;

/** What a client has, as RFC 9110 lets it say so: a list of tags, of which weak ones are as good as strong ones. */
final class IfNoneMatch {
    private static final String NAME = "If-None-Match";

    private IfNoneMatch() {}

    /** Whether the client has what bears this tag, which need not be sent again then. */
    static boolean has(HttpServerRequest request, String etag) {
        return request.headers().getAll(NAME).stream()
                .flatMap(list -> Stream.of(list.split(",")))
                .map(String::strip)
                .anyMatch(each -> each.equals("*") || opaque(each).equals(opaque(etag)));
    }

    private static String opaque(String etag) {
        return etag.startsWith("W/") ? etag.substring(2) : etag;
    }
}
