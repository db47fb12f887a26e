package dev.dovetail.metadata.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A metadata that uses everything, and the directory it becomes. The directory is rewritten with
 * {@code -Ddovetail.golden.update=true}; its difference is to be read.
 */
@DisplayName("CLI-04")
class EverythingTest {
    private static final Path FOLDER = Path.of("src/test/resources/dev/dovetail/metadata/project");
    private static final Path GOLDEN = FOLDER.resolve("everything");

    @Test
    @DisplayName("CLI-04, CTY-07")
    void isWrittenAsTheReferenceLaysItOut() throws IOException {
        var files = ProjectWriter.write(everything());
        if (Boolean.getBoolean("dovetail.golden.update")) {
            for (var file : files.entrySet()) {
                var path = GOLDEN.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
        }
        assertThat(new TreeMap<>(files)).isEqualTo(new TreeMap<>(golden()));
    }

    @Test
    void isReadBackAsItWas() throws IOException {
        var read = ProjectReader.read(golden()::get).metadata();
        assertThat(comparable(read)).isEqualTo(comparable(everything()));
    }

    @Test
    void isWrittenTheSameASecondTime() throws IOException {
        var files = golden();
        assertThat(new TreeMap<>(
                        ProjectWriter.write(ProjectReader.read(files::get).metadata())))
                .isEqualTo(new TreeMap<>(files));
    }

    @Test
    void nothingIsReadBackAsNothing() {
        var files = ProjectWriter.write(Json.object());
        assertThat(Json.write(ProjectReader.read(files::get).metadata())).isEqualTo("{\"version\":3,\"sources\":[]}");
        assertThat(files).doesNotContainKey(Layout.OTHER).hasSize(Layout.PARTS.size() + 4);
    }

    @Test
    void noFileLeavesItsFolder() throws IOException {
        assertThat(ProjectWriter.write(everything()).keySet())
                .allSatisfy(name -> assertThat(List.of(name.split("/"))).doesNotContain("..", ".", ""));
    }

    private static ObjectNode everything() throws IOException {
        return (ObjectNode) Json.read(Files.readString(FOLDER.resolve("everything.json")));
    }

    private static Map<String, String> golden() throws IOException {
        try (Stream<Path> walk = Files.walk(GOLDEN)) {
            var files = new LinkedHashMap<String, String>();
            for (var path : walk.filter(Files::isRegularFile).toList()) {
                files.put(GOLDEN.relativize(path).toString().replace('\\', '/'), Files.readString(path));
            }
            return files;
        }
    }

    /** The order of keys is free. */
    private static Object comparable(JsonNode value) {
        if (value.isObject()) {
            var sorted = new TreeMap<String, Object>();
            value.properties().forEach(entry -> sorted.put(entry.getKey(), comparable(entry.getValue())));
            return sorted;
        }
        if (value.isArray()) {
            var list = new ArrayList<>();
            value.forEach(element -> list.add(comparable(element)));
            return list;
        }
        return Json.write(value);
    }
}
