package dev.dovetail.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** Puts the CORS headers on answers. */
final class CorsHeaders {
    private static final String METHODS = "GET,POST,PUT,PATCH,DELETE,OPTIONS";
    private static final String EXPOSED = "X-Hasura-Query-Cache-Key,X-Hasura-Query-Family-Cache-Key,Warning";
    private static final String MAX_AGE_SECONDS = "1728000";

    private final CorsPolicy policy;

    CorsHeaders(CorsPolicy policy) {
        this.policy = policy;
    }

    /** Does nothing for requests that come from no web page, and for pages that are not welcome. */
    void apply(HttpServerRequest request, HttpServerResponse response) {
        var origin = request.getHeader("Origin");
        if (origin == null || !policy.allows(origin)) {
            return;
        }
        var headers = response.headers();
        headers.set("Access-Control-Allow-Origin", origin);
        headers.set("Vary", "Origin");
        if (policy.allowsCredentials()) {
            headers.set("Access-Control-Allow-Credentials", "true");
        }
        headers.set("Access-Control-Allow-Methods", METHODS);
        headers.set("Access-Control-Expose-Headers", EXPOSED);
    }

    /** A browser asking whether it may ask; false when this is something else or the page is not welcome. */
    boolean isPreflight(HttpServerRequest request) {
        var origin = request.getHeader("Origin");
        return origin != null && request.method().name().equals("OPTIONS") && policy.allows(origin);
    }

    void answerPreflight(HttpServerRequest request) {
        var response = request.response().setStatusCode(204);
        apply(request, response);
        var wanted = request.getHeader("Access-Control-Request-Headers");
        response.headers()
                .set("Access-Control-Max-Age", MAX_AGE_SECONDS)
                .set("Access-Control-Allow-Headers", wanted == null ? "" : wanted);
        response.end();
    }
}
