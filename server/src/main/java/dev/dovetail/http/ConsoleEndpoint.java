package dev.dovetail.http;

import dev.dovetail.error.ApiException;
import dev.dovetail.http.ConsoleFiles.Entry;
import dev.dovetail.json.Json;
import dev.dovetail.observe.Observation;
import dev.dovetail.request.GraphqlAnswer.Header;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Serves the console to anybody: its files hold no secrets, and its page asks for one before it does anything. */
record ConsoleEndpoint(Console console, Door door, Executor workers) implements Endpoint {
    private static final String PAGE = "index.html";
    private static final String ASSETS = "assets/";

    /** The names of assets hold a digest of their content: what has such a name never changes. */
    private static final Header FOREVER = new Header("Cache-Control", "public, max-age=31536000, immutable");

    private static final Header AS_TOLD = new Header("X-Content-Type-Options", "nosniff");
    private static final Header PACKED = new Header("Content-Encoding", "gzip");
    private static final Header DEPENDS = new Header("Vary", "Accept-Encoding");

    @Override
    public void answer(Exchange exchange, byte[] body) {
        workers.execute(() -> {
            try {
                exchange.reply(reply(exchange));
            } catch (ApiException refusal) {
                refuse(exchange, refusal);
            } catch (IOException | RuntimeException fault) {
                door.observer().see(new Observation.Fault("console", fault, exchange.requestId()));
                refuse(exchange, ErrorRenderer.ofFault(fault));
            }
        });
    }

    @Override
    public void refuse(Exchange exchange, ApiException refusal) {
        var error = door.renderer().plainError(refusal, null);
        exchange.reply(new Reply(Refusals.status(refusal), Reply.JSON, Json.writeBytes(error), List.of(), error));
    }

    /** {@code /} leads to the console, by a relative address for the sake of proxies. */
    static Reply redirect() {
        return new Reply(302, Reply.TEXT, new byte[0], List.of(new Header("Location", "console")), null);
    }

    private Reply reply(Exchange exchange) throws IOException {
        var path = Objects.requireNonNullElse(exchange.request().path(), ConsolePage.ROOT);
        var list = console.files().list();
        var name = path.length() > ConsolePage.ROOT.length() ? path.substring(ConsolePage.ROOT.length() + 1) : "";
        if (name.startsWith(ASSETS)) {
            return asset(exchange, list.get(name));
        }
        var entry = list.get(PAGE);
        var page = entry == null ? null : console.files().read(entry.stored());
        if (entry == null || page == null) {
            var explanation = "This server was built without its console.\n".getBytes(StandardCharsets.UTF_8);
            return new Reply(404, Reply.TEXT, explanation, List.of(), null);
        }
        var filled = ConsolePage.fill(page, console, path);
        return new Reply(200, entry.type(), filled, ConsolePage.headers(), null);
    }

    private Reply asset(Exchange exchange, @Nullable Entry entry) throws IOException {
        if (entry == null) {
            throw Refusals.notFound();
        }
        var headers = new ArrayList<>(List.of(FOREVER, AS_TOLD, new Header("ETag", entry.etag())));
        if (entry.gzipped()) {
            headers.add(DEPENDS);
        }
        if (IfNoneMatch.has(exchange.request(), entry.etag())) {
            return new Reply(Reply.NOT_MODIFIED, entry.type(), new byte[0], headers, null);
        }
        var stored = console.files().read(entry.stored());
        if (stored == null) {
            throw Refusals.notFound();
        }
        if (!entry.gzipped()) {
            return new Reply(200, entry.type(), stored, headers, null);
        }
        if (Compression.takesGzip(exchange.request())) {
            headers.add(PACKED);
            return new Reply(200, entry.type(), stored, headers, null);
        }
        return new Reply(200, entry.type(), unpack(stored), headers, null);
    }

    private static byte[] unpack(byte[] gzipped) throws IOException {
        try (var plain = new GZIPInputStream(new ByteArrayInputStream(gzipped))) {
            return plain.readAllBytes();
        }
    }
}
