package dev.dovetail.execute;

import dev.dovetail.json.Json;
import dev.dovetail.observe.Observation;
import dev.dovetail.observe.Observer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Calls by {@link Http} and tells the observer about it. */
public final class Caller {
    private final Http http;
    private final Observer observer;
    private final Addresses addresses = new Addresses();

    public Caller(Http http, Observer observer) {
        this.http = http;
        this.observer = observer;
    }

    /** Who calls, for the observer. */
    record Occasion(Observation.Caller caller, String name, String requestId) {}

    /** As {@link Http#send}. */
    Http.Response send(Occasion occasion, Http.Request request) {
        var start = System.nanoTime();
        try {
            var response = http.send(request);
            observer.see(seen(occasion, request, response, null, start));
            return response;
        } catch (HttpFailure failure) {
            observer.see(seen(occasion, request, null, failure, start));
            throw failure;
        }
    }

    /** As {@link Http#start}. */
    Underway<Http.Response> start(Occasion occasion, Http.Request request) {
        var start = System.nanoTime();
        try {
            var underway = http.start(request);
            underway.answer().whenComplete((response, fault) -> {
                var failure = fault == null ? null : (HttpFailure) Underway.cause(fault);
                observer.see(seen(occasion, request, response, failure, start));
            });
            return underway;
        } catch (HttpFailure failure) {
            observer.see(seen(occasion, request, null, failure, start));
            throw failure;
        }
    }

    private Observation seen(
            Occasion occasion,
            Http.Request request,
            Http.@Nullable Response response,
            @Nullable HttpFailure failure,
            long start) {
        return new Observation.WebhookCalled(
                occasion.caller(),
                occasion.name(),
                addresses.told(request.url()),
                request.method(),
                response == null ? null : response.status(),
                request.body().length,
                response == null ? 0 : response.body().length,
                Duration.ofNanos(System.nanoTime() - start),
                failure == null ? null : failure.getMessage(),
                occasion.requestId());
    }

    /** A failure as the reference tells it in {@code internal}. */
    static ObjectNode describe(Http.Request request, HttpFailure failure) {
        var object = Json.object();
        if (failure.kind() == HttpFailure.Kind.INVALID_URL) {
            object.put("type", "invalid_url").put("message", failure.getMessage());
            return object;
        }
        object.put("type", "http_exception").put("message", failure.getMessage());
        var told = object.putObject("request");
        Address.parse(request.url())
                .ifPresent(address -> told.put("host", address.host())
                        .put("port", address.port())
                        .put("secure", address.secure()));
        told.put("method", request.method());
        told.put("responseTimeout", "ResponseTimeoutMicro " + request.timeout().toNanos() / 1_000);
        return object;
    }
}
