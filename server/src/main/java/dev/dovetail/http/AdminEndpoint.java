package dev.dovetail.http;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.execute.Stoppable;
import dev.dovetail.json.Json;
import dev.dovetail.observe.Observation;
import dev.dovetail.session.Session;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** An administrator's endpoint: JSON in, JSON out, worked on by a virtual thread. Errors have HTTP statuses. */
final class AdminEndpoint implements Endpoint {
    private final AdminApi api;
    private final Door door;
    private final Executor workers;

    AdminEndpoint(AdminApi api, Door door, Executor workers) {
        this.api = api;
        this.door = door;
        this.workers = workers;
    }

    @Override
    public void answer(Exchange exchange, byte[] body) {
        var session = door.enter(
                exchange, this, refusal -> reject(exchange, refusal, Refusals.authenticationStatus(refusal)));
        if (session == null) {
            return;
        }
        var form = Refusals.crossSiteForm(exchange);
        if (form != null && body.length > 0) {
            reject(exchange, form, 415);
            return;
        }
        var stoppable = new Stoppable();
        exchange.request().response().closeHandler(nothing -> stoppable.stop());
        workers.execute(() -> work(exchange, session, body, stoppable));
    }

    @Override
    public void refuse(Exchange exchange, ApiException refusal) {
        reject(exchange, refusal, Refusals.status(refusal));
    }

    private void work(Exchange exchange, Session session, byte[] body, Stoppable stoppable) {
        try {
            var question = read(exchange, body);
            exchange.asked("non-graphql", door.logging().ofAdmin(question));
            exchange.reply(Reply.json(Json.writeBytes(api.call(session, question, stoppable))));
        } catch (ApiException refusal) {
            refuse(exchange, refusal);
        } catch (RuntimeException | Error fault) {
            door.observer().see(new Observation.Fault("admin api", fault, exchange.requestId()));
            refuse(exchange, ErrorRenderer.ofFault(fault));
        }
    }

    /** A GET has no body, which is JSON's null. */
    private static JsonNode read(Exchange exchange, byte[] body) {
        if (exchange.request().method().name().equals("GET")) {
            return Json.string(null);
        }
        try {
            var question = Json.read(body);
            if (question.isMissingNode()) {
                throw new ApiException(
                        ErrorCode.INVALID_JSON, Path.ROOT, "Unexpected end-of-input, expecting JSON value");
            }
            return question;
        } catch (JacksonException e) {
            throw new ApiException(ErrorCode.INVALID_JSON, Path.ROOT, e.getOriginalMessage());
        }
    }

    private void reject(Exchange exchange, ApiException refusal, int status) {
        @Nullable Session session = exchange.session();
        var error = door.renderer().plainError(refusal, session);
        exchange.reply(new Reply(status, Reply.JSON, Json.writeBytes(error), List.of(), error));
    }
}
