package dev.dovetail.http;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Failure;
import dev.dovetail.error.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reasons for which the edge itself turns a request away, and the HTTP statuses of refusals. */
final class Refusals {
    private static final List<String> FORMS =
            List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data");

    /** No page can send these to another site without the browser asking us first. */
    private static final List<String> ASKED_FOR = List.of(
            "X-Hasura-Admin-Secret",
            "X-Hasura-Role",
            "X-Requested-With",
            "Apollo-Require-Preflight",
            "GraphQL-Require-Preflight");

    private Refusals() {}

    static ApiException notFound() {
        return new ApiException(ErrorCode.NOT_FOUND, Path.ROOT, "resource does not exist");
    }

    static ApiException methodNotAllowed() {
        return new ApiException(ErrorCode.METHOD_NOT_ALLOWED, Path.ROOT, "method not allowed");
    }

    static ApiException tooLarge(long bytesMax) {
        return new ApiException(
                ErrorCode.PAYLOAD_TOO_LARGE, Path.ROOT, "the request body is larger than " + bytesMax + " bytes");
    }

    static ApiException unavailable(String reason) {
        return new ApiException(ErrorCode.UNAVAILABLE, Path.ROOT, reason);
    }

    /**
     * Web pages can send these kinds of bodies to any site without the browser asking us first. A program may use them
     * (curl does, unless told otherwise); a browser that says it is one may not, or any page could act through its
     * visitor's browser. Files come in such a form; with a header of ours beside it they may.
     */
    static @Nullable ApiException crossSiteForm(Exchange exchange) {
        var request = exchange.request();
        if (request.getHeader("Origin") == null && request.getHeader("Sec-Fetch-Site") == null) {
            return null;
        }
        var type = request.getHeader("Content-Type");
        if (type != null
                && MultipartForm.is(type)
                && ASKED_FOR.stream().anyMatch(name -> request.getHeader(name) != null)) {
            return null;
        }
        var isForm = type == null
                || FORMS.stream().anyMatch(form -> type.strip().regionMatches(true, 0, form, 0, form.length()));
        return isForm
                ? new ApiException(
                        ErrorCode.BAD_REQUEST,
                        Path.ROOT,
                        "requests from a browser need the content type application/json")
                : null;
    }

    /** The status for a refusal by a room behind the edge. */
    static int status(ApiException refusal) {
        return switch (refusal.failure()) {
            // 401 asks for credentials; here they are known and do not suffice, for which the reference says 400
            case Failure.Own own when own.code() == ErrorCode.ACCESS_DENIED -> 400;
            case Failure.Own own -> own.code().status();
            case Failure.Handler _, Failure.Upstream _, Failure.Partial _ -> 400;
        };
    }

    /** The status for a refusal by authentication. */
    static int authenticationStatus(ApiException refusal) {
        return refusal.failure() instanceof Failure.Own own ? own.code().status() : 400;
    }
}
