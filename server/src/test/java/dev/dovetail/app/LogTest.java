package dev.dovetail.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.json.Json;
import dev.dovetail.observe.Level;
import dev.dovetail.observe.Observation;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LogTest {
    private static final String TIME = "2026-01-02T03:04:05.067+0000";
    private static final Observation REQUEST = request(null);
    private static final Observation FAILED = request(Json.read("{\"path\":\"$\",\"error\":\"e\",\"code\":\"c\"}"));

    @Test
    void writesRequestsAsTheReferenceDoes() {
        check(REQUEST, """
                {"type":"http-log","timestamp":"2026-01-02T03:04:05.067+0000","level":"info","detail":\
                {"http_info":{"status":200,"method":"POST","ip":"127.0.0.1","url":"/v1/graphql",\
                "http_version":"HTTP/1.1",\
                "content_encoding":null},"operation":{"request_id":"id","user_vars":{"x-hasura-role":"admin"},\
                "response_size":10,"uncompressed_response_size":20,"request_read_time":0.001000000,\
                "query_execution_time":0.002000000,\
                "request_mode":"single","query":{"type":null}},"request_id":"id"}}""");
        assertThat(line(FAILED)).contains("\"level\":\"error\"").contains("\"error\":{\"path\":\"$\"");
    }

    @Test
    void tellsTheTimeAsTheReferenceDoes() {
        checkTime("2026-01-02T03:04:05.067Z", "Europe/Berlin", "2026-01-02T04:04:05.067+0100");
        checkTime("2026-07-02T23:59:59.999999Z", "Europe/Berlin", "2026-07-03T01:59:59.999+0200");
        checkTime("1969-12-31T23:59:59.001Z", "UTC", "1969-12-31T23:59:59.001+0000");
    }

    @Test
    void theTimeMovesOn() {
        var time = new AtomicReference<>(Instant.parse("2026-01-02T03:04:05.999Z"));
        var clock = new LogClock(((InstantSource) time::get).withZone(ZoneOffset.UTC));
        assertThat(clock.now()).isEqualTo("2026-01-02T03:04:05.999+0000");
        time.set(time.get().plusMillis(1));
        assertThat(clock.now()).isEqualTo("2026-01-02T03:04:06.000+0000");
    }

    private static void checkTime(String instant, String zone, String told) {
        var clock = new LogClock(Clock.fixed(Instant.parse(instant), ZoneId.of(zone)));
        assertThat(clock.now()).isEqualTo(told).isEqualTo(clock.now());
    }

    @Test
    void writesStepsAndRemarks() {
        check(new Observation.Step(Level.WARN, "k", Json.read("{\"a\":1}")), """
                {"type":"startup","timestamp":"2026-01-02T03:04:05.067+0000","level":"warn","detail":\
                {"kind":"k","info":{"a":1}}}""");
        var fault = line(
                new Observation.Fault("here", new IllegalStateException("a", new IllegalArgumentException("b")), "id"));
        assertThat(fault)
                .contains("unhandled-internal-error")
                .contains("caused by java.lang.IllegalArgumentException: b");
        assertThat(fault.lines()).as("one line").hasSize(1);
    }

    @Test
    void writesWhatMattersAndIsSwitchedOn() {
        var quiet = new Observation.Remark(Level.DEBUG, "x", "quiet", null);
        assertThat(logged(Level.INFO, Set.of("http-log"), REQUEST, quiet)).hasSize(1);
        assertThat(logged(Level.DEBUG, Set.of("http-log"), REQUEST, quiet)).hasSize(2);
        assertThat(logged(Level.ERROR, Set.of("http-log"), REQUEST, FAILED)).hasSize(1);
        assertThat(logged(Level.DEBUG, Set.of("startup"), REQUEST, FAILED)).isEmpty();
        assertThat(logged(Level.ERROR, Set.of(), new Observation.Fault("x", new RuntimeException(), null)))
                .as("faults cannot be switched off")
                .hasSize(1);
    }

    @Test
    void dropsLinesRatherThanFillMemory() throws InterruptedException {
        var out = new SlowOutput();
        try (var writer = new LogWriter(out)) {
            for (var i = 0; i < 3_000; i++) {
                writer.write(new byte[10_000]);
            }
            out.release();
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("lines were dropped");
        assertThat(out.size()).isLessThan(20_000_000);
    }

    private static final class SlowOutput extends ByteArrayOutputStream {
        private boolean released;

        synchronized void release() {
            released = true;
            notifyAll();
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            while (!released) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            super.write(bytes, from, length);
        }
    }

    private static List<String> logged(Level least, Set<String> types, Observation... observations) {
        var out = new ByteArrayOutputStream();
        try (var writer = new LogWriter(out)) {
            var observer = new LogObserver(least, types, writer);
            for (var observation : observations) {
                observer.see(observation);
            }
        }
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static Observation request(@Nullable JsonNode error) {
        return new Observation.RequestFinished(
                new Observation.HttpExchange("POST", "/v1/graphql", "HTTP/1.1", "127.0.0.1", 200, null),
                new Observation.Operation(
                        "id",
                        Json.read("{\"x-hasura-role\":\"admin\"}"),
                        10,
                        20,
                        Duration.ofMillis(1),
                        Duration.ofMillis(2),
                        "single",
                        Json.read("{\"type\":null}"),
                        error));
    }

    private static String line(Observation observation) {
        return new String(LogLines.line(observation, TIME), StandardCharsets.UTF_8);
    }

    private static void check(Observation observation, String expected) {
        assertThat(line(observation)).isEqualTo(expected);
    }
}
