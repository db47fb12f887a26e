package dev.dovetail.model;

import dev.dovetail.json.Json;
import dev.dovetail.metadata.NameCodec;
import dev.dovetail.name.SourceName;
import dev.dovetail.name.TableName;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How inconsistent objects of a table are shown: their own definition, with the table they belong to. */
final class Definitions {
    private Definitions() {}

    /** As the reference shows what may have a comment: with one, be it null. */
    static ObjectNode commentedInTable(SourceName source, TableName table, ObjectNode definition) {
        if (!definition.has("comment")) {
            definition.putNull("comment");
        }
        return inTable(source, table, definition);
    }

    static JsonNode table(TableName table) {
        return Json.object().put("schema", table.schema()).put("name", table.name());
    }

    static ObjectNode inTable(SourceName source, TableName table, ObjectNode definition) {
        if (!definition.has("comment")) {
            definition.putNull("comment");
        }
        definition.put("source", source.value());
        definition.set("table", NameCodec.encode(table));
        return definition;
    }
}
