package dev.dovetail.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.dovetail.error.ApiException;
import dev.dovetail.json.Json;
import dev.dovetail.request.GraphqlAnswer;
import dev.dovetail.request.GraphqlAnswer.Header;
import dev.dovetail.request.GraphqlCall;
import dev.dovetail.request.GraphqlService;
import dev.dovetail.schema.SchemaKey;
import dev.dovetail.session.Session;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;

/**
 * Tells who asks what they may ask for: everything that an introspection shows them. That of a thousand tables is tens
 * of megabytes: so it is made and compressed once for each role and state of the metadata, and by GET, unlike any other
 * GraphQL, so that a browser keeps it and asks only whether it is still that.
 */
final class SchemaEndpoint implements Endpoint {
    /** What is kept is compressed, to about a twentieth. */
    private static final long KEPT_BYTES_MAX = 16L * 1024 * 1024;

    private static final int ENTRY_BYTES = 500;

    /** Whoever asks may have another role by then, so nothing is taken unasked. */
    private static final Header ASK_FIRST = new Header("Cache-Control", "private, no-cache");

    private static final Header PACKED = new Header("Content-Encoding", "gzip");
    private static final Header DEPENDS = new Header("Vary", "Accept-Encoding");

    private final Form form;
    private final GraphqlEndpoint graphql;
    private final GraphqlService service;
    private final Door door;
    private final Executor workers;
    private final Compression compression = new Compression();
    private final ReentrantLock making = new ReentrantLock();
    private final Cache<SchemaKey, Kept> known = Caffeine.newBuilder()
            .maximumWeight(KEPT_BYTES_MAX)
            .<SchemaKey, Kept>weigher((_, kept) -> ENTRY_BYTES + kept.packed().length)
            .executor(Runnable::run)
            .build();

    /**
     * @param state does not keep a state of the metadata in memory that nobody else needs
     * @param etag weak, since what is packed and what is not have the same one
     */
    private record Kept(WeakReference<Object> state, String etag, byte[] packed) {}

    private sealed interface Found {}

    private record Schema(Kept kept) implements Found {}

    private record Refused(GraphqlAnswer answer) implements Found {}

    /** In which words it is told. */
    enum Form {
        /** As GraphQL answers, for any tool. */
        INTROSPECTION(Reply.JSON, UnaryOperator.identity()),
        /** For the console, which has to be quick. */
        LINES(Reply.TEXT, SchemaLines::of);

        private final String contentType;
        private final UnaryOperator<byte[]> made;

        Form(String contentType, UnaryOperator<byte[]> made) {
            this.contentType = contentType;
            this.made = made;
        }
    }

    SchemaEndpoint(Form form, GraphqlEndpoint graphql, GraphqlService service, Door door, Executor workers) {
        this.form = form;
        this.graphql = graphql;
        this.service = service;
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
        return switch (find(exchange, session)) {
            case Refused(var answer) -> graphql.reply(exchange, answer);
            case Schema(var kept) -> reply(exchange, kept);
        };
    }

    private Reply reply(Exchange exchange, Kept kept) {
        var headers = new ArrayList<>(List.of(ASK_FIRST, DEPENDS, new Header("ETag", kept.etag())));
        if (IfNoneMatch.has(exchange.request(), kept.etag())) {
            return new Reply(Reply.NOT_MODIFIED, form.contentType, new byte[0], headers, null);
        }
        if (Compression.takesGzip(exchange.request())) {
            headers.add(PACKED);
            return new Reply(200, form.contentType, kept.packed(), headers, null);
        }
        return new Reply(200, form.contentType, unpack(kept.packed()), headers, null);
    }

    private Found find(Exchange exchange, Session session) {
        var key = SchemaKey.of(session);
        var state = service.schemas();
        var kept = known.getIfPresent(key);
        if (kept != null && kept.state().refersTo(state)) {
            return new Schema(kept);
        }
        // One at a time: each takes a multiple of its megabytes while it is made
        making.lock();
        try {
            kept = known.getIfPresent(key);
            return kept != null && kept.state().refersTo(state)
                    ? new Schema(kept)
                    : make(exchange, session, key, state);
        } finally {
            making.unlock();
        }
    }

    private Found make(Exchange exchange, Session session, SchemaKey key, Object state) {
        var question = Json.writeBytes(Json.object().put("query", IntrospectionQuery.TEXT));
        var headers = RequestHeaders.forwardable(exchange.headers(), exchange.requestId());
        var answer = ask(new GraphqlCall(session, question, headers, exchange.requestId()));
        if (answer.hasErrors()) {
            return new Refused(answer);
        }
        var packed = compression.gzip(form.made.apply(answer.body()));
        var kept = new Kept(new WeakReference<>(state), "W/\"" + digest(packed) + '"', packed);
        known.put(key, kept);
        return new Schema(kept);
    }

    private GraphqlAnswer ask(GraphqlCall call) {
        try {
            return service.answer(call).toCompletableFuture().join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private static String digest(byte[] bytes) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] unpack(byte[] gzipped) {
        try (var plain = new GZIPInputStream(new ByteArrayInputStream(gzipped))) {
            return plain.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
