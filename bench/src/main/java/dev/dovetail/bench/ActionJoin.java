package dev.dovetail.bench;

import com.sun.net.httpserver.HttpServer;
import dev.dovetail.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** An action that answers a list of 100, each joined to a row: it must cost one call and one statement. */
final class ActionJoin implements AutoCloseable {
    private static final int ITEMS = 100;
    private static final Scenario SCENARIO = new Scenario(
            "join", "query { bench_picks { trackId track { Name Milliseconds UnitPrice } } }", "{}", "admin");

    private final HttpServer handler;
    private final AtomicLong calls = new AtomicLong();
    private final Series rate = new Series();
    private final Series callsEach = new Series();
    private final Series statementsEach = new Series();
    private final Series engineCpu = new Series();

    private ActionJoin(HttpServer handler) {
        this.handler = handler;
    }

    /** Starts the handler. */
    static ActionJoin start() throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        var handler = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        var join = new ActionJoin(handler);
        var list = Json.array();
        for (var i = 1; i <= ITEMS; i++) {
            list.addObject().put("trackId", i * 7);
        }
        var answer = Json.writeBytes(list);
        handler.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        handler.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            join.calls.incrementAndGet();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        handler.start();
        return join;
    }

    String handlerUrl() {
        return "http://127.0.0.1:" + handler.getAddress().getPort();
    }

    void run(Comparison.World world, Options options) throws IOException {
        var engine = world.engine();
        var answer = Json.read(engine.post("/v1/graphql", SCENARIO.body(), SCENARIO.headers()));
        if (answer.at("/data/bench_picks").size() != ITEMS
                || answer.at("/data/bench_picks/99/track/Name").isMissingNode()) {
            throw new IllegalStateException("not the rows that were asked for: " + answer);
        }
        countOne(world);
        var load = HttpLoad.post(world.folder(), engine.url() + "/v1/graphql", SCENARIO, options.connections());
        load.run(options.warmUp());
        for (var round = 0; round < options.rounds(); round++) {
            var cpu = Cpu.of(engine.pid());
            var result = load.run(options.seconds());
            rate.add(result.perSecond());
            engineCpu.add((Cpu.of(engine.pid()) - cpu) / result.requests());
        }
    }

    /** One at a time, so that the counts are exact. */
    private void countOne(Comparison.World world) {
        for (var i = 0; i < 5; i++) {
            var callsBefore = calls.get();
            var statementsBefore = world.statements().calls();
            world.engine().post("/v1/graphql", SCENARIO.body(), SCENARIO.headers());
            callsEach.add(calls.get() - callsBefore);
            statementsEach.add(world.statements().calls() - statementsBefore);
        }
    }

    String report() {
        return """
                An action's list of %d, each joined to a row of a table, per request: HTTP calls %s, SQL statements %s;
                %s requests/s with a handler in the measuring JVM, engine CPU %s µs.
                """.formatted(ITEMS, callsEach.show(0), statementsEach.show(0), rate.show(0), engineCpu.show(0));
    }

    @Override
    public void close() {
        handler.stop(0);
    }
}
