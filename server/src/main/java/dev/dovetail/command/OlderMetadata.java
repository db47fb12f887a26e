package dev.dovetail.command;

import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.metadata.Fields;
import dev.dovetail.metadata.Metadata;
import dev.dovetail.metadata.MetadataCodec;
import dev.dovetail.metadata.SourceCodec;
import dev.dovetail.name.SourceName;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * Metadata of versions 1 and 2, which know no sources: their tables and functions become those of the default source.
 * Version 1 names its functions bare.
 */
final class OlderMetadata {
    private OlderMetadata() {}

    static Metadata decode(JsonNode given, Metadata current) {
        var fields = Fields.of("MetadataNoSources", given, Path.ROOT);
        var version = fields.optionalInt("version");
        if (version != null && version != 1 && version != 2) {
            throw Fields.fail(Path.ROOT.key("version"), "expected 1, 2 or 3, encountered " + version);
        }
        var source = current.source(SourceName.DEFAULT).orElseThrow(MetadataCommands::withoutDefaultSource);
        var shell = SourceCodec.encode(source.withTables(List.of()).withFunctions(List.of()));
        shell.set("tables", fields.required("tables"));
        var functions = fields.optional("functions");
        if (functions != null) {
            shell.set("functions", version == null || version == 1 ? named(functions) : functions);
        }
        var whole = fields.rest();
        whole.put("version", MetadataCodec.VERSION);
        whole.set("sources", Json.array().add(shell));
        return MetadataCodec.decode(whole, Path.ROOT);
    }

    private static ArrayNode named(JsonNode functions) {
        var named = Json.array();
        for (var function : functions) named.add(Json.object().set("function", function));
        return named;
    }
}
