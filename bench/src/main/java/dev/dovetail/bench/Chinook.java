package dev.dovetail.bench;

import dev.dovetail.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A small media shop: the reference's own set, or data of the same shape made here. */
final class Chinook {
    static final String DATABASE = "chinook";
    static final String METADATA = "metadata";

    private static final String NOTES = """
            create table bench_note (
              id bigserial primary key, title text not null, body text, made timestamptz default now())""";

    private Chinook() {}

    static void load(Cluster cluster, @Nullable Path data) throws IOException {
        cluster.createDatabase(DATABASE);
        try (var script = data == null ? own("chinook.sql") : unpacked(data.resolve("chinook/dump.sql.gz"))) {
            cluster.run(DATABASE, script);
        }
        cluster.run(DATABASE, new ByteArrayInputStream((NOTES + ";\nanalyze;\n").getBytes(StandardCharsets.UTF_8)));
    }

    /** The set's metadata, and then what the scenarios need beyond it. */
    static void apply(Engine engine, @Nullable Path data, Upstream upstream) throws IOException {
        try (var command = data == null ? own("chinook.json") : open(data.resolve("chinook/replace_metadata.json"))) {
            engine.post("/v1/metadata", new String(command.readAllBytes(), StandardCharsets.UTF_8), java.util.Map.of());
        }
        try (var more = own("bench.json")) {
            var text = new String(more.readAllBytes(), StandardCharsets.UTF_8).replace("UPSTREAM", upstream.url(""));
            JsonNode commands = Json.read(text);
            engine.command("/v1/metadata", "bulk", commands);
        }
    }

    static InputStream unpacked(Path path) throws IOException {
        return new GZIPInputStream(open(path));
    }

    private static InputStream open(Path path) throws IOException {
        return Files.newInputStream(path);
    }

    static InputStream own(String name) {
        return Objects.requireNonNull(Chinook.class.getResourceAsStream(name), name);
    }

    /** For the report. */
    static String origin(@Nullable Path data) {
        return data == null ? "made here, of Chinook's shape" : "Chinook, as the reference's own benchmarks have it";
    }
}
