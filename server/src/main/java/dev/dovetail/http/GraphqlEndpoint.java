package dev.dovetail.http;

import dev.dovetail.error.ApiException;
import dev.dovetail.json.Json;
import dev.dovetail.observe.Observation;
import dev.dovetail.request.GraphqlAnswer;
import dev.dovetail.request.GraphqlCall;
import dev.dovetail.request.GraphqlCall.PlacedFile;
import dev.dovetail.request.GraphqlService;
import dev.dovetail.session.Session;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** GraphQL over HTTP. The call is made on the event loop: whether the work stays there is decided behind the port. */
final class GraphqlEndpoint implements Endpoint {
    /** Longer answers with errors are not read again only to tell the log which error it was. */
    private static final int READ_AGAIN_BYTES = 64 * 1024;

    private final GraphqlService service;
    private final Door door;
    private final GraphqlDialect dialect;
    private final int filesMax;

    /** @param filesMax of a multipart request */
    GraphqlEndpoint(GraphqlService service, Door door, GraphqlDialect dialect, int filesMax) {
        this.filesMax = filesMax;
        this.service = service;
        this.door = door;
        this.dialect = dialect;
    }

    @Override
    public void answer(Exchange exchange, byte[] body) {
        var session = door.enter(exchange, this, refusal -> deny(exchange, refusal));
        if (session == null) {
            return;
        }
        var form = Refusals.crossSiteForm(exchange);
        if (form != null) {
            reject(exchange, form, 415);
            return;
        }
        var type = exchange.request().getHeader("Content-Type");
        if (type != null && MultipartForm.is(type)) {
            later(exchange, session, type, body);
        } else {
            ask(exchange, session, body, List.of());
        }
    }

    /** Taking a form apart takes too long for the event loop. */
    private void later(Exchange exchange, Session session, String type, byte[] body) {
        Thread.ofVirtual().name("form").start(() -> takeForm(exchange, session, type, body));
    }

    private void takeForm(Exchange exchange, Session session, String type, byte[] body) {
        try {
            var form = MultipartForm.parse(type, body, filesMax);
            ask(exchange, session, form.operations(), form.files());
        } catch (RuntimeException | Error fault) {
            fail(exchange, fault);
        }
    }

    private void ask(Exchange exchange, Session session, byte[] body, List<PlacedFile> files) {
        exchange.asked(isBatch(body) ? "batched" : "single", door.logging().ofGraphql(body));
        run(
                exchange,
                new GraphqlCall(
                        session,
                        body,
                        RequestHeaders.forwardable(exchange.headers(), exchange.requestId()),
                        exchange.requestId(),
                        files));
    }

    @Override
    public void refuse(Exchange exchange, ApiException refusal) {
        reject(exchange, refusal, dialect.ofEdge(refusal));
    }

    /** Authentication has refused. */
    void deny(Exchange exchange, ApiException refusal) {
        reject(exchange, refusal, dialect.ofAuthentication(exchange.request(), refusal));
    }

    /** A refusal in the words of GraphQL. */
    void tell(Exchange exchange, ApiException refusal) {
        reject(exchange, refusal, 200);
    }

    private void run(Exchange exchange, GraphqlCall call) {
        CompletionStage<GraphqlAnswer> stage;
        try {
            stage = service.answer(call);
        } catch (RuntimeException | Error fault) {
            fail(exchange, fault);
            return;
        }
        var computation = stage.toCompletableFuture();
        if (!computation.isDone()) {
            // When nobody waits for the answer any more, whoever computes it may stop
            exchange.request().response().closeHandler(nothing -> computation.cancel(true));
        }
        stage.whenComplete((answer, fault) -> {
            if (fault == null) {
                exchange.reply(reply(exchange, answer));
            } else if (!computation.isCancelled()) {
                fail(exchange, fault);
            }
        });
    }

    Reply reply(Exchange exchange, GraphqlAnswer answer) {
        var errors = answer.hasErrors() && answer.body().length <= READ_AGAIN_BYTES
                ? Json.read(answer.body()).path("errors")
                : null;
        var status = errors == null ? 200 : dialect.ofErrors(exchange.request(), errors, answer.body());
        return new Reply(
                status,
                dialect.contentType(exchange.request()),
                answer.body(),
                answer.headers(),
                errors == null ? null : logged(errors));
    }

    /** The first error in the plain shape, as the log has it for all endpoints. */
    private static JsonNode logged(JsonNode errors) {
        var first = errors.path(0);
        var plain = Json.object();
        plain.set("path", first.path("extensions").path("path"));
        plain.set("error", first.path("message"));
        plain.set("code", first.path("extensions").path("code"));
        return plain;
    }

    void fail(Exchange exchange, Throwable fault) {
        var cause = fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault;
        if (cause instanceof ApiException refusal) {
            refuse(exchange, refusal);
            return;
        }
        door.observer().see(new Observation.Fault("graphql", cause, exchange.requestId()));
        tell(exchange, ErrorRenderer.ofFault(cause));
    }

    private void reject(Exchange exchange, ApiException refusal, int status) {
        @Nullable Session session = exchange.session();
        exchange.reply(new Reply(
                status,
                dialect.contentType(exchange.request()),
                door.renderer().graphqlAnswer(refusal, session),
                List.of(),
                door.renderer().plainError(refusal, session)));
    }

    private static boolean isBatch(byte[] body) {
        for (var b : body) {
            if (b > ' ') {
                return b == '[';
            }
        }
        return false;
    }
}
