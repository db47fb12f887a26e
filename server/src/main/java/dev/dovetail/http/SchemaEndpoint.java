package dev.dovetail.http;

import dev.dovetail.error.ApiException;
import dev.dovetail.http.KeptSchemas.Form;
import dev.dovetail.http.KeptSchemas.Found;
import dev.dovetail.http.KeptSchemas.Kept;
import dev.dovetail.request.GraphqlAnswer.Header;
import dev.dovetail.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Tells who asks what they may ask for: everything that an introspection shows them. By GET, unlike any other GraphQL,
 * so that a browser keeps it and asks only whether it is still that.
 */
final class SchemaEndpoint implements Endpoint {
    /** Whoever asks may have another role by then, so nothing is taken unasked. */
    private static final Header ASK_FIRST = new Header("Cache-Control", "private, no-cache");

    private static final Header PACKED = new Header("Content-Encoding", "gzip");
    private static final Header DEPENDS = new Header("Vary", "Accept-Encoding");

    private final Form form;
    private final GraphqlEndpoint graphql;
    private final KeptSchemas schemas;
    private final Door door;
    private final Executor workers;

    SchemaEndpoint(Form form, GraphqlEndpoint graphql, KeptSchemas schemas, Door door, Executor workers) {
        this.form = form;
        this.graphql = graphql;
        this.schemas = schemas;
        this.door = door;
        this.workers = workers;
    }

    @Override
    public void answer(Exchange exchange, byte[] body) {
        var session = door.enter(exchange, this, refusal -> graphql.deny(exchange, refusal));
        if (session == null) {
            return;
        }
        workers.execute(() -> {
            try {
                exchange.reply(reply(exchange, session));
            } catch (RuntimeException | Error fault) {
                graphql.fail(exchange, fault);
            }
        });
    }

    @Override
    public void refuse(Exchange exchange, ApiException refusal) {
        graphql.refuse(exchange, refusal);
    }

    private Reply reply(Exchange exchange, Session session) {
        return switch (schemas.find(form, exchange, session)) {
            case Found.Refused(var answer) -> graphql.reply(exchange, answer);
            case Found.Schema(var kept) -> reply(exchange, kept);
        };
    }

    private Reply reply(Exchange exchange, Kept kept) {
        var headers = new ArrayList<>(List.of(ASK_FIRST, DEPENDS, new Header("ETag", kept.etag())));
        if (IfNoneMatch.has(exchange.request(), kept.etag())) {
            return new Reply(Reply.NOT_MODIFIED, form.contentType(), new byte[0], headers, null);
        }
        if (Compression.takesGzip(exchange.request())) {
            headers.add(PACKED);
            return new Reply(200, form.contentType(), kept.packed(), headers, null);
        }
        return new Reply(200, form.contentType(), kept.plain(), headers, null);
    }
}
