package dev.dovetail.http;

import dev.dovetail.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * The files of the console as its build left them: in our jar, or in a folder. The build's list {@code files.json} says
 * what there is, and only what stands in it is ever opened, so no path leads out of it. Nothing is kept in memory:
 * browsers keep what they got.
 *
 * @param shelf gives the bytes of a file, or null when it is not there; blocks
 */
public record ConsoleFiles(Shelf shelf) {
    private static final String IN_JAR = "/dev/dovetail/console/";
    private static final String LIST = "files.json";

    /** Where the bytes are. */
    @FunctionalInterface
    public interface Shelf {
        @Nullable
        InputStream open(String name) throws IOException;
    }

    /**
     * What the list says of a file.
     *
     * @param stored the name it has on the shelf
     * @param gzipped whether it is stored compressed, as it can be sent
     */
    record Entry(String stored, String type, String etag, boolean gzipped) {}

    public static ConsoleFiles inJar() {
        return new ConsoleFiles(name -> ConsoleFiles.class.getResourceAsStream(IN_JAR + name));
    }

    /** A build of the console somewhere else, for instance one being worked on. */
    public static ConsoleFiles in(Path folder) {
        return new ConsoleFiles(name -> {
            var file = folder.resolve(name);
            return Files.isRegularFile(file) ? Files.newInputStream(file) : null;
        });
    }

    /** Whether there is a console at all. */
    public boolean exist() {
        try (var list = shelf.open(LIST)) {
            return list != null;
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** By the path under {@code /console/}; empty when the console was not built. */
    SequencedMap<String, Entry> list() throws IOException {
        var entries = new LinkedHashMap<String, Entry>();
        var list = read(LIST);
        if (list == null) {
            return entries;
        }
        Json.read(list).properties().forEach(file -> {
            var about = file.getValue();
            var gzipped = about.path("gzip").asBoolean(false);
            entries.put(
                    file.getKey(),
                    new Entry(
                            gzipped ? file.getKey() + ".gz" : file.getKey(),
                            about.path("type").asString(""),
                            "\"" + about.path("etag").asString("") + "\"",
                            gzipped));
        });
        return entries;
    }

    byte @Nullable [] read(String stored) throws IOException {
        try (var bytes = shelf.open(stored)) {
            return bytes == null ? null : bytes.readAllBytes();
        }
    }
}
