package dev.dovetail.http;

import dev.dovetail.error.ApiException;
import dev.dovetail.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/** An endpoint that anybody may ask, and that answers at once. Errors are told in the plain shape. */
record OpenEndpoint(ErrorRenderer renderer, Work work) implements Endpoint {

    @FunctionalInterface
    interface Work {
        /** Throws an {@link ApiException} to refuse. */
        Reply reply(Exchange exchange);
    }

    @Override
    public void answer(Exchange exchange, byte[] body) {
        try {
            exchange.reply(work.reply(exchange));
        } catch (ApiException refusal) {
            refuse(exchange, refusal);
        }
    }

    @Override
    public void refuse(Exchange exchange, ApiException refusal) {
        var error = renderer.plainError(refusal, null);
        exchange.reply(new Reply(Refusals.status(refusal), Reply.JSON, Json.writeBytes(error), List.of(), error));
    }

    /** {@code ?strict=true} makes inconsistent metadata an error. */
    static OpenEndpoint health(ErrorRenderer renderer, Readiness readiness) {
        return new OpenEndpoint(renderer, exchange -> switch (readiness.state()) {
            case Readiness.NotReady(var reason) -> throw Refusals.unavailable(reason);
            case Readiness.CutOff(var reason) -> throw Refusals.unavailable(reason);
            case Readiness.Serving(var inconsistent) -> inconsistent ? inconsistent(exchange) : text(200, "OK");
        });
    }

    static OpenEndpoint version(ErrorRenderer renderer, String version) {
        var answer = Json.object();
        answer.put("version", version);
        answer.put("server_type", "ce");
        var bytes = Json.writeBytes(answer);
        return new OpenEndpoint(renderer, exchange -> Reply.json(bytes));
    }

    /** {@code ?bytes=N}: an answer of that size that costs nothing to make, the yardstick for all others. */
    static OpenEndpoint filler(ErrorRenderer renderer) {
        var made = new ConcurrentHashMap<String, byte[]>();
        return new OpenEndpoint(
                renderer,
                exchange -> Reply.json(made.computeIfAbsent(
                        String.valueOf(exchange.request().getParam("bytes")), OpenEndpoint::filler)));
    }

    private static byte[] filler(String bytes) {
        try {
            return "0".repeat(Integer.parseInt(bytes)).getBytes(StandardCharsets.US_ASCII);
        } catch (NumberFormatException notOne) {
            throw Refusals.notFound();
        }
    }

    static OpenEndpoint nowhere(ErrorRenderer renderer) {
        return new OpenEndpoint(renderer, exchange -> {
            throw Refusals.notFound();
        });
    }

    private static Reply inconsistent(Exchange exchange) {
        return "true".equalsIgnoreCase(exchange.request().getParam("strict"))
                ? text(500, "ERROR: inconsistent objects in schema")
                : text(200, "WARN: inconsistent objects in schema");
    }

    private static Reply text(int status, String text) {
        return new Reply(status, Reply.TEXT, text.getBytes(StandardCharsets.UTF_8), List.of(), null);
    }
}
