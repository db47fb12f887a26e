package dev.dovetail.template;

import dev.dovetail.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** What is wrong with a template, or went wrong while it was evaluated, and where in it. */
public record TemplateError(Kind kind, String message, Span span) {

    /** The reference's kinds, and one of ours for the limits it does not have. */
    public enum Kind {
        LEX("Lex Error"),
        PARSE("Parse Error"),
        NAME("Name Error"),
        ATTRIBUTE("Attribute Error"),
        INDEX("Index Error"),
        TYPE("Type Error"),
        FUNCTION("Function Error"),
        LIMIT("Limit Error");

        private final String wire;

        Kind(String wire) {
            this.wire = wire;
        }
    }

    /** As clients are told. */
    public ObjectNode json() {
        var json = Json.object();
        json.put("error_code", kind.wire);
        json.put("message", message);
        json.set("source_position", span.json());
        return json;
    }
}
