package dev.dovetail.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A service beside the engine, in a process of its own, on one thread. What is PUT to a path is what a POST there gets.
 * A POST that asks a GraphQL schema for its types gets what was PUT to the path with {@code /types} behind. GET
 * {@code /-/calls} tells how many POSTs there were, {@code /-/last} the body of the last one.
 *
 * <p>Or it is the plainest proxy that the engine's HTTP client allows: whatever is POSTed is passed on to another port.
 */
final class UpstreamServer {
    private static final int CONNECTIONS = 200;

    private final Map<String, Buffer> answers = new ConcurrentHashMap<>();
    private Buffer last = Buffer.buffer();
    private long calls;

    private UpstreamServer() {}

    /** Words: the port to listen on and, for a proxy, the port to pass on to. */
    public static void main(String[] words) {
        var vertx = Vertx.vertx();
        // The load generator cuts its connections when its time is over.
        var server = vertx.createHttpServer().exceptionHandler(_ -> {}).connectionHandler(UpstreamServer::muted);
        if (words.length > 1) {
            var client = vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(CONNECTIONS));
            var target = Integer.parseInt(words[1]);
            server.requestHandler(request -> request.body().onSuccess(body -> pass(request, body, client, target)));
        } else {
            var own = new UpstreamServer();
            server.requestHandler(request -> request.body().onSuccess(body -> own.serve(request, body)));
        }
        server.listen(Integer.parseInt(words[0]), "127.0.0.1");
    }

    private static void muted(HttpConnection connection) {
        connection.exceptionHandler(_ -> {});
    }

    private static void pass(HttpServerRequest request, Buffer body, HttpClient client, int target) {
        client.request(HttpMethod.POST, target, "127.0.0.1", request.uri())
                .compose(onward ->
                        onward.putHeader("Content-Type", "application/json").send(body))
                .compose(answer -> answer.body().compose(bytes -> reply(request, answer.statusCode(), bytes)))
                .onFailure(broken -> reply(request, 502, Buffer.buffer()));
    }

    private void serve(HttpServerRequest request, Buffer body) {
        var path = Objects.requireNonNullElse(request.path(), "/");
        if (request.method().equals(HttpMethod.PUT)) {
            answers.put(path, body);
            reply(request, 200, Buffer.buffer());
        } else if (path.equals("/-/calls")) {
            reply(request, 200, Buffer.buffer(String.valueOf(calls)));
        } else if (path.equals("/-/last")) {
            reply(request, 200, last);
        } else {
            calls++;
            last = body;
            var asked = answers.containsKey(path + "/types") && body.toString().contains("__schema");
            var answer = answers.get(asked ? path + "/types" : path);
            reply(request, answer == null ? 404 : 200, answer == null ? Buffer.buffer() : answer);
        }
    }

    private static Future<Void> reply(HttpServerRequest request, int status, Buffer body) {
        if (request.response().headWritten() || request.response().closed()) {
            return Future.succeededFuture();
        }
        return request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end(body);
    }
}
