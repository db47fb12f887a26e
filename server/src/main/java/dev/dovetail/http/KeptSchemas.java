package dev.dovetail.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.dovetail.json.Json;
import dev.dovetail.request.GraphqlAnswer;
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
import java.util.Base64;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that an introspection shows a role, in all forms in which it is told. That of a thousand tables is tens of
 * megabytes: so it is made and compressed once for each role and state of the metadata, and one at a time.
 */
final class KeptSchemas {
    /** What is kept is compressed, to about a twentieth. */
    private static final long KEPT_BYTES_MAX = 16L * 1024 * 1024;

    private static final int ENTRY_BYTES = 500;

    private final GraphqlService service;
    private final Compression compression = new Compression();
    private final ReentrantLock making = new ReentrantLock();
    private final Cache<Key, Kept> known = Caffeine.newBuilder()
            .maximumWeight(KEPT_BYTES_MAX)
            .<Key, Kept>weigher((_, kept) -> ENTRY_BYTES + kept.packed().length)
            .executor(Runnable::run)
            .build();

    private record Key(Form form, SchemaKey schema) {}

    /**
     * @param state does not keep a state of the metadata in memory that nobody else needs
     * @param etag weak, since what is packed and what is not have the same one
     */
    record Kept(WeakReference<Object> state, String etag, byte[] packed) {
        byte[] plain() {
            try (var plain = new GZIPInputStream(new ByteArrayInputStream(packed))) {
                return plain.readAllBytes();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    sealed interface Found {
        record Schema(Kept kept) implements Found {}

        record Refused(GraphqlAnswer answer) implements Found {}
    }

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

        String contentType() {
            return contentType;
        }
    }

    KeptSchemas(GraphqlService service) {
        this.service = service;
    }

    Found find(Form form, Exchange exchange, Session session) {
        var key = new Key(form, SchemaKey.of(session));
        var state = service.schemas();
        var kept = kept(key, state);
        if (kept != null) {
            return new Found.Schema(kept);
        }
        // One at a time: each takes a multiple of its megabytes while it is made
        making.lock();
        try {
            kept = kept(key, state);
            return kept != null ? new Found.Schema(kept) : make(key, exchange, session, state);
        } finally {
            making.unlock();
        }
    }

    private @Nullable Kept kept(Key key, Object state) {
        var kept = known.getIfPresent(key);
        return kept != null && kept.state().refersTo(state) ? kept : null;
    }

    private Found make(Key key, Exchange exchange, Session session, Object state) {
        var whole = kept(new Key(Form.INTROSPECTION, key.schema()), state);
        if (whole != null) {
            return keep(key, whole.plain(), state);
        }
        var question = Json.writeBytes(Json.object().put("query", IntrospectionQuery.TEXT));
        var headers = RequestHeaders.forwardable(exchange.headers(), exchange.requestId());
        var answer = ask(new GraphqlCall(session, question, headers, exchange.requestId()));
        return answer.hasErrors() ? new Found.Refused(answer) : keep(key, answer.body(), state);
    }

    private Found keep(Key key, byte[] introspection, Object state) {
        var packed = compression.gzip(key.form().made.apply(introspection));
        var kept = new Kept(new WeakReference<>(state), "W/\"" + digest(packed) + '"', packed);
        known.put(key, kept);
        return new Found.Schema(kept);
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
}
