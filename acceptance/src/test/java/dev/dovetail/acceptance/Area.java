package dev.dovetail.acceptance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dovetail.embedded.InstalledPostgres;
import dev.dovetail.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One folder of cases with its engine, its database and its stubs. The engine's environment names them:
 * {@code HANDLER_URL}, {@code PROFILES_URL}, {@code LIBRARY_URL}; {@code env.json} adds options of the area's own.
 */
final class Area {
    /** The area whose database is one with PostGIS. */
    private static final String POSTGIS = "postgis";

    private final Path folder;
    private @Nullable World world;
    private @Nullable InstalledPostgres postgis;

    Area(Path folder) {
        this.folder = folder;
    }

    void open() throws Exception {
        var options = new LinkedHashMap<String, String>();
        var written = folder.resolve("env.json");
        if (Files.exists(written)) {
            for (var option : Json.read(Files.readString(written)).properties()) {
                options.put(option.getKey(), option.getValue().asString());
            }
        }
        world = World.start(database(), options);
        run(folder.resolve("setup.json"));
    }

    private String database() {
        if (!folder.endsWith(POSTGIS)) {
            return Postgres.freshDatabase();
        }
        postgis = Postgis.start();
        return postgis.url(POSTGIS);
    }

    void close() {
        if (world != null) {
            world.close();
        }
        if (postgis != null) {
            postgis.close();
        }
    }

    Api api() {
        return world().api();
    }

    StubHandler handler() {
        return world().handler();
    }

    void prepare(GoldenCase golden) throws IOException {
        var data = folder.resolve("data.sql");
        if (Files.exists(data)) {
            world().sql().run(Files.readString(data));
        }
        run(golden.folder().resolve("setup.json"));
        handler().answering(behaviour(golden.json("handler.json")));
    }

    private World world() {
        if (world == null) {
            assumeTrue(postgis != null || !folder.endsWith(POSTGIS), Postgis.MISSING);
            throw new AssertionError("the area was not set up");
        }
        return world;
    }

    /**
     * Each command goes where its kind belongs: {@code run_sql} to {@code /v2/query}, the rest to {@code /v1/metadata}.
     */
    private void run(Path commands) throws IOException {
        if (!Files.exists(commands)) {
            return;
        }
        for (var command : Json.read(Files.readString(commands))) {
            if (command.has("sql")) {
                world().api().runSql(command.get("sql").asString());
            } else {
                world().api().succeed("/v1/metadata", command);
            }
        }
    }

    private static StubHandler.Behaviour behaviour(JsonNode script) {
        return request -> {
            var answer = script.has(request.path()) ? script.get(request.path()) : script;
            var headers = new LinkedHashMap<String, String>();
            headers.put("Content-Type", "application/json");
            answer.path("headers")
                    .properties()
                    .forEach(header ->
                            headers.put(header.getKey(), header.getValue().asString()));
            return new StubHandler.Answer(
                    answer.path("status").asInt(200),
                    headers,
                    answer.has("text") ? answer.get("text").asString() : Json.write(answer.path("body")),
                    Duration.ofMillis(answer.path("delay_ms").asInt(0)));
        };
    }
}
