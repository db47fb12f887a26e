package dev.dovetail.template.webhook;

import dev.dovetail.template.Scope;
import dev.dovetail.template.TemplateError;
import dev.dovetail.template.TemplateException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How a request is rewritten before it is sent; what is null stays as it is. */
public record RequestTransform(
        @Nullable String method,
        @Nullable Part url,
        @Nullable BodyTransform body,
        @Nullable QueryTransform query,
        @Nullable HeaderTransform headers) {
    private static final Pattern METHOD = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,32}");

    /** Stands for what is filled in: it ends the host, so that nothing can be added to that. */
    private static final String FILLED = "/x";

    /** @param url text with templates in it */
    public static RequestTransform of(
            @Nullable String method,
            @Nullable String url,
            @Nullable BodyTransform body,
            @Nullable QueryTransform query,
            @Nullable HeaderTransform headers) {
        return new RequestTransform(method, url == null ? null : Part.ofText(url), body, query, headers);
    }

    /** The templates that cannot be read; none when all is well. */
    public List<TemplateError> problems() {
        var problems = new ArrayList<TemplateError>();
        if (url != null) {
            problems.addAll(url.problems());
        }
        if (body != null) {
            problems.addAll(body.problems());
        }
        if (query != null) {
            problems.addAll(query.problems());
        }
        if (headers != null) {
            problems.addAll(headers.problems());
        }
        return problems;
    }

    /** Throws {@link TransformFailure}. */
    public Message apply(Message request, RequestContext context) {
        var scope = context.scope();
        var newMethod = method == null ? request.method() : method(method);
        var place = url == null ? WebAddress.of(request.url()).withPath() : url(url, request, context);
        var newBody = body == null ? request.body() : body.request(scope);
        var address = query == null ? place : place.withQuery(query.query(scope));
        var newHeaders = headers == null ? request.headers() : headers.apply(request.headers(), scope);
        return new Message(newMethod, address.toString(), newHeaders, newBody);
    }

    /** A blank or line break in it would be a request of its own. */
    private static String method(String method) {
        if (!METHOD.matcher(method).matches()) {
            throw TransformFailure.saying("Invalid method");
        }
        return method;
    }

    /** An address without a query keeps the one that the request had. */
    private static WebAddress url(Part template, Message request, RequestContext context) {
        var text = url(template, context.scope());
        var address = WebAddress.checked(text).orElseThrow(() -> TransformFailure.saying("Invalid URL: " + text));
        if (template instanceof Part.Readable(var readable)) {
            readable.after("$base_url", FILLED)
                    .ifPresent(written -> stay(WebAddress.of(context.baseUrl() + written), address));
        }
        return address.query().isEmpty()
                ? address.withQuery(WebAddress.of(request.url()).query())
                : address;
    }

    /**
     * What is filled in after the webhook's address must not lead elsewhere. The writer of the template may.
     *
     * @param meant with harmless text for what is filled in
     */
    private static void stay(WebAddress meant, WebAddress address) {
        if (!address.host().equals(meant.host())) {
            throw TransformFailure.saying("Invalid URL: it leads to another host");
        }
        if (address.dotSegments() > meant.dotSegments()) {
            throw TransformFailure.saying("Invalid URL: what is filled in climbs up its path");
        }
    }

    private static String url(Part template, Scope scope) {
        JsonNode value;
        try {
            value = template.evaluate(scope);
        } catch (TemplateException failure) {
            throw TransformFailure.of(failure);
        }
        if (!value.isString()) {
            throw TransformFailure.saying("URL Transforms must produce a JSON String: " + value);
        }
        return value.stringValue();
    }
}
