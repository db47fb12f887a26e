package dev.dovetail.template;

import dev.dovetail.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** A stretch of a template. The end is the position after its last character. */
public record Span(Position start, Position end) {

    /** From the start of this one to the end of the later one. */
    Span to(Span later) {
        return new Span(start, later.end);
    }

    ObjectNode json() {
        var json = Json.object();
        json.put("start_line", start.line());
        json.put("start_column", start.column());
        json.put("end_line", end.line());
        json.put("end_column", end.column());
        return json;
    }
}
