package dev.dovetail.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.metadata.ActionCodec;
import dev.dovetail.metadata.CustomTypesCodec;
import dev.dovetail.metadata.Metadata;
import dev.dovetail.metadata.MetadataCodec;
import dev.dovetail.metadata.project.ProjectReader;
import dev.dovetail.metadata.project.ProjectWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Descriptions of real services, each of more than 1,000 lines; the README beside them tells whence they are. */
@DisplayName("ACT-29")
class OpenApiDocumentsTest {
    private static final Set<String> KNOWN =
            Set.of("Int", "Float", "String", "Boolean", "ID", "uuid", "timestamptz", "date", "bigint");

    @Test
    void blockfrost() {
        var imported = check("blockfrost.yaml.gz", null, 129);
        var all = imported.actions().stream()
                .map(each -> each.path("name").asString(""))
                .toList();
        assertThat(all).doesNotHaveDuplicates().allMatch(GraphqlNames::isName);
    }

    @Test
    void dialogporten() {
        check("dialogporten.json.gz", "{{DIALOGPORTEN_URL}}", 29);
    }

    @Test
    void fulfillmentProvider() {
        var imported = check("fulfillment-provider.yaml.gz", "http://localhost:3000", 7);
        var cancel = definition(imported, "postFulfillmentCancellation");
        assertThat(cancel.path("type").asString("")).isEqualTo("mutation");
    }

    private static Imported check(String file, @Nullable String baseUrl, int operations) {
        var imported = OpenApiImport.of(read(file), new Wishes(baseUrl, Set.of(), "", new LinkedHashMap<>(), false));
        assertThat(imported.actions().size()
                        + imported.remarks().stream()
                                .filter(each -> each.contains(" is left out: it "))
                                .count())
                .isEqualTo(operations);
        return checked(imported);
    }

    /** Everything is well-formed, every type is there, and a project holds it without loss. */
    private static Imported checked(Imported imported) {
        var types = CustomTypesCodec.encode(CustomTypesCodec.decode(imported.types(), Path.ROOT));
        var names = new ArrayList<String>(KNOWN);
        types.properties()
                .forEach(kind -> kind.getValue()
                        .forEach(each -> names.add(each.path("name").asString(""))));
        assertThat(names).doesNotHaveDuplicates();
        var known = new HashSet<>(names);
        for (var kind : List.of("objects", "input_objects")) {
            for (var type : types.path(kind)) {
                assertThat(type.path("fields")).as(type.toString()).isNotEmpty();
                type.path("fields").forEach(field -> assertKnown(known, field.path("type"), type));
            }
        }
        var metadata = Metadata.empty();
        for (var each : imported.actions()) {
            ActionCodec.decode(each, Path.ROOT);
            var definition = each.path("definition");
            assertKnown(known, definition.path("output_type"), each);
            definition.path("arguments").forEach(argument -> assertKnown(known, argument.path("type"), each));
        }
        var merged = MetadataCodec.encode(ImportMerge.into(metadata, imported, false));
        var files = ProjectWriter.write(merged);
        var readBack = MetadataCodec.decode(ProjectReader.read(files::get).metadata(), Path.ROOT);
        assertThat(Json.write(MetadataCodec.encode(readBack))).isEqualTo(Json.write(merged));
        return imported;
    }

    private static void assertKnown(Set<String> known, JsonNode type, JsonNode where) {
        assertThat(known).as("%s", where).contains(type.asString("").replaceAll("[\\[\\]!]", ""));
    }

    private static JsonNode definition(Imported imported, String action) {
        return imported.actions().stream()
                .filter(each -> each.path("name").asString("").equals(action))
                .findFirst()
                .orElseThrow()
                .path("definition");
    }

    private static String read(String file) {
        try (var stream = OpenApiDocumentsTest.class.getResourceAsStream(file)) {
            return new String(
                    new GZIPInputStream(Objects.requireNonNull(stream)).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
