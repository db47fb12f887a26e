package dev.dovetail.http;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Failure;
import dev.dovetail.error.Path;
import io.vertx.core.http.HttpServerRequest;
import tools.jackson.databind.JsonNode;

/**
 * How a GraphQL endpoint uses HTTP's statuses and content types: {@code /v1/graphql} says 200 to all that GraphQL can
 * tell; the old {@code /v1alpha1/graphql} gives each error its status; who asks for
 * {@code application/graphql-response+json} gets that specification's statuses.
 */
record GraphqlDialect(boolean legacyStatuses, boolean preserve401) {
    private static final String SPECIFIED = "application/graphql-response+json";
    private static final String SPECIFIED_UTF8 = SPECIFIED + "; charset=utf-8";

    String contentType(HttpServerRequest request) {
        return asksForSpecified(request) ? SPECIFIED_UTF8 : Reply.JSON;
    }

    int ofAuthentication(HttpServerRequest request, ApiException refusal) {
        var status = Refusals.authenticationStatus(refusal);
        return legacyStatuses || asksForSpecified(request) || (preserve401 && status == 401) ? status : 200;
    }

    /** For refusals that never became a GraphQL request. */
    int ofEdge(ApiException refusal) {
        return Refusals.status(refusal);
    }

    int ofErrors(HttpServerRequest request, JsonNode errors, byte[] answer) {
        // Without data the request was never executed, which is what 400 is for
        var isRequestError = answer.length > 2 && answer[2] == 'e';
        if (!isRequestError) {
            return 200;
        }
        if (legacyStatuses) {
            return statusOfCode(errors.path(0).path("extensions").path("code").asString(""));
        }
        return asksForSpecified(request) ? 400 : 200;
    }

    private static int statusOfCode(String wire) {
        for (var code : ErrorCode.values()) {
            if (code.wire().equals(wire)) {
                return Refusals.status(new ApiException(new Failure.Own(code, Path.ROOT, "", null)));
            }
        }
        return 400;
    }

    private static boolean asksForSpecified(HttpServerRequest request) {
        var accept = request.getHeader("Accept");
        return accept != null && accept.contains(SPECIFIED);
    }
}
