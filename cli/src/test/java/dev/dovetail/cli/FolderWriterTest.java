package dev.dovetail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.json.Json;
import dev.dovetail.metadata.project.ProjectReader;
import dev.dovetail.metadata.project.ProjectWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("CLI-03")
class FolderWriterTest {
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatDoesNotChangeIsNotTouched() throws IOException {
        new FolderWriter(folder).write(files("a", "b"));
        var tables = folder.resolve("databases/default/tables");
        Files.setLastModifiedTime(tables.resolve("public_a.yaml"), LONG_AGO);

        new FolderWriter(folder).write(files("a", "c"));

        assertThat(Files.getLastModifiedTime(tables.resolve("public_a.yaml"))).isEqualTo(LONG_AGO);
        assertThat(tables.resolve("public_b.yaml")).doesNotExist();
        assertThat(names()).noneMatch(name -> name.endsWith(".new"));
    }

    /** Whoever stops an export finds each prefix of the writes on the disk. None may include what is not there. */
    @Test
    void aStoppedExportLeavesAReadableProject() throws IOException {
        new FolderWriter(folder).write(files("a", "b"));
        var fresh = files("c", "d");
        var order = new ArrayList<>(fresh.keySet());
        order.sort(FolderWriter.ORDER);
        for (var name : order) {
            FolderWriter.replace(folder.resolve(name), fresh.getOrDefault(name, ""));
            var read = ProjectReader.read(LocalMetadata.files(folder, folder)).metadata();
            assertThat(read.at("/sources/0/tables")).as("after " + name).hasSize(2);
        }
    }

    private List<String> names() throws IOException {
        try (var walk = Files.walk(folder)) {
            return walk.map(Path::toString).toList();
        }
    }

    private static SequencedMap<String, String> files(String... tables) {
        var list = new ArrayList<String>();
        for (var table : tables) {
            list.add("{\"table\": {\"schema\": \"public\", \"name\": \"" + table + "\"}}");
        }
        var metadata =
                (ObjectNode) Json.read("{\"version\": 3, \"sources\": [{\"name\": \"default\", \"tables\": [%s]}]}"
                        .formatted(String.join(", ", list)));
        return new LinkedHashMap<>(ProjectWriter.write(metadata));
    }
}
