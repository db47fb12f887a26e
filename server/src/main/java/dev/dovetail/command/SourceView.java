package dev.dovetail.command;

import dev.dovetail.error.Path;
import dev.dovetail.metadata.Fields;
import dev.dovetail.metadata.NameCodec;
import dev.dovetail.metadata.SourceCodec;
import dev.dovetail.metadata.SourceMetadata;
import dev.dovetail.name.SourceName;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** How a source is reached and what its names are made of: its metadata without its tables, functions and queries. */
record SourceView(SourceName source) implements Question {
    static SourceView decode(JsonNode args, Path path) {
        return new SourceView(NameCodec.sourceOrDefault(Fields.of("GetSource", args, path)));
    }

    @Override
    public JsonNode answer(State state) {
        var found = Lookup.source(state.metadata(), source);
        var bare = new SourceMetadata(
                found.name(),
                found.kind(),
                found.configuration(),
                found.customization(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                found.rest());
        var settings = SourceCodec.encode(bare);
        settings.remove("tables");
        var answer = Window.version(state);
        answer.set("metadata", settings);
        return answer;
    }
}
