package dev.dovetail.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.dovetail.json.Json;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.SequencedMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A small HTTP server on the loopback address: JSON comes in by POST, JSON goes out. */
final class JsonServer implements AutoCloseable {
    private static final int BODY_MAX_BYTES = 1 << 20;

    private final HttpServer http;
    private final ExecutorService executor;

    private JsonServer(HttpServer http, ExecutorService executor) {
        this.http = http;
        this.executor = executor;
    }

    /** Answers one JSON request. */
    interface Route {
        Answer answer(JsonNode body);
    }

    record Answer(int status, JsonNode body) {
        static Answer ok(JsonNode body) {
            return new Answer(200, body);
        }

        static Answer badRequest(String message) {
            ObjectNode body = Json.object();
            body.put("message", message);
            return new Answer(400, body);
        }
    }

    /**
     * @param port 0 takes any free port
     * @param routes by exact path
     * @throws PortTaken when somebody else listens there
     */
    static JsonServer start(int port, SequencedMap<String, Route> routes) throws IOException {
        var http = bind(port);
        var executor = Executors.newVirtualThreadPerTaskExecutor();
        http.createContext("/", exchange -> serve(exchange, routes));
        http.setExecutor(executor);
        http.start();
        return new JsonServer(http, executor);
    }

    int port() {
        return http.getAddress().getPort();
    }

    @Override
    public void close() {
        http.stop(0);
        executor.shutdownNow();
    }

    private static HttpServer bind(int port) throws IOException {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (BindException taken) {
            throw new PortTaken(port);
        }
    }

    private static void serve(HttpExchange exchange, SequencedMap<String, Route> routes) throws IOException {
        try (exchange) {
            var route = routes.get(exchange.getRequestURI().getPath());
            var answer = route == null
                    ? new Answer(404, message("no such path"))
                    : exchange.getRequestMethod().equals("POST")
                            ? answer(route, exchange.getRequestBody().readNBytes(BODY_MAX_BYTES))
                            : new Answer(405, message("use POST"));
            var bytes = Json.writeBytes(answer.body());
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static Answer answer(Route route, byte[] body) {
        JsonNode json;
        try {
            json = Json.read(new String(body, StandardCharsets.UTF_8));
        } catch (JacksonException noJson) {
            return Answer.badRequest("the body is no JSON");
        }
        try {
            return route.answer(json);
        } catch (RuntimeException broken) {
            return new Answer(500, message("the service failed: " + broken.getMessage()));
        }
    }

    private static ObjectNode message(String text) {
        return Json.object().put("message", text);
    }
}
