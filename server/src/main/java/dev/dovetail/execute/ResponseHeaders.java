package dev.dovetail.execute;

import java.util.ArrayList;
import java.util.List;

/** Collects what handlers and remote schemas want in the HTTP answer; steps run side by side. */
final class ResponseHeaders {
    private static final String SET_COOKIE = "Set-Cookie";
    private final List<Header> headers = new ArrayList<>();

    /** Keeps the cookies. */
    synchronized void takeFrom(List<Header> answer) {
        for (var header : answer) {
            if (header.is(SET_COOKIE)) {
                headers.add(new Header(SET_COOKIE, header.value()));
            }
        }
    }

    synchronized List<Header> all() {
        return List.copyOf(headers);
    }
}
