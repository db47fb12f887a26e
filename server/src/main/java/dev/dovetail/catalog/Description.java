package dev.dovetail.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import tools.jackson.databind.JsonNode;

/** What Postgres says of a query without running it. */
public sealed interface Description {

    /** @param types by the column's name; {@code int4}, {@code _text} */
    record Columns(SequencedMap<String, String> types) implements Description {
        public Columns {
            types = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(types));
        }
    }

    /** @param error as an answer to an administrator tells it */
    record Refused(JsonNode error) implements Description {}
}
