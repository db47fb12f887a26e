package dev.dovetail.bench;

import dev.dovetail.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Requests over HTTP as fast as answers come, made by wrk on one thread.
 *
 * @param script in Lua, tells wrk what to send; an empty file for a plain GET
 */
record HttpLoad(String url, Path script, int connections) {
    private static final int WARM_UP_PASSES = 3;
    private static final long WARM_REQUESTS = 50_000;

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern COUNT = Pattern.compile("([0-9]+) requests in");
    private static final Pattern P50 = Pattern.compile("50%\\s+([0-9.]+)(us|ms|s|m)");
    private static final Pattern P99 = Pattern.compile("99%\\s+([0-9.]+)(us|ms|s|m)");
    private static final Pattern WRONG = Pattern.compile("Non-2xx or 3xx responses: ([0-9]+)|Socket errors: (.*)");

    /** @param p50 latency in milliseconds, as {@code p99} */
    record Result(double perSecond, long requests, double p50, double p99) {}

    static HttpLoad post(Path folder, String url, Scenario scenario, int connections) throws IOException {
        var script = script(scenario.body());
        scenario.headers().forEach((name, value) -> header(script, name, value));
        return new HttpLoad(url, write(folder, scenario.name() + ".lua", script.toString()), connections);
    }

    static HttpLoad post(Path folder, String url, String name, String body, int connections) throws IOException {
        return new HttpLoad(url, write(folder, name + ".lua", script(body).toString()), connections);
    }

    private static StringBuilder script(String body) {
        var script = new StringBuilder("wrk.method = 'POST'\n");
        script.append("wrk.body = ").append(lua(body)).append('\n');
        header(script, "Content-Type", "application/json");
        return script;
    }

    HttpLoad withConnections(int number) {
        return new HttpLoad(url, script, number);
    }

    static HttpLoad get(Path folder, String url, int connections) throws IOException {
        return new HttpLoad(url, write(folder, "get.lua", ""), connections);
    }

    /** Until the engine's JVM has compiled what matters, which is a question of requests rather than of time. */
    void warmUp(int seconds) {
        var requests = 0L;
        for (var pass = 0; pass < WARM_UP_PASSES && requests < WARM_REQUESTS; pass++) {
            requests += run(seconds).requests();
        }
    }

    Result run(int seconds) {
        var output = Command.output(List.of(
                "wrk", "-t1", "-c" + connections, "-d" + seconds + "s", "--latency", "-s", script.toString(), url));
        var wrong = WRONG.matcher(output);
        if (wrong.find()) {
            throw new IllegalStateException("wrk: " + wrong.group());
        }
        return new Result(
                Double.parseDouble(first(RATE, output)),
                Long.parseLong(first(COUNT, output)),
                milliseconds(P50, output),
                milliseconds(P99, output));
    }

    private static double milliseconds(Pattern pattern, String output) {
        var found = pattern.matcher(output);
        var unit = Map.of("us", 0.001, "ms", 1.0, "s", 1000.0, "m", 60_000.0);
        return found.find() ? Double.parseDouble(found.group(1)) * unit.getOrDefault(found.group(2), 1.0) : Double.NaN;
    }

    private static String first(Pattern pattern, String output) {
        var found = pattern.matcher(output);
        if (!found.find()) {
            throw new IllegalStateException("wrk said: " + output);
        }
        return found.group(1);
    }

    private static Path write(Path folder, String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static void header(StringBuilder script, String name, String value) {
        script.append("wrk.headers[")
                .append(lua(name))
                .append("] = ")
                .append(lua(value))
                .append('\n');
    }

    /** Lua takes JSON's quoting, except for code points by number, which the bodies here do not have. */
    private static String lua(String text) {
        return Json.write(Json.string(text));
    }
}
