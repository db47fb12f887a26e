package dev.dovetail.plan;

import dev.dovetail.error.Path;
import dev.dovetail.graphql.ScalarRule;
import dev.dovetail.model.ValueSource;
import org.jspecify.annotations.Nullable;

/**
 * How one parameter of a statement is filled.
 *
 * @param scalar what a client's value must be; null when it needs no check (metadata, session)
 * @param path where a wrong value is reported
 */
public record SlotValue(
        ValueSource source, Encoding encoding, @Nullable ScalarRule scalar, Path path) {

    public enum Encoding {
        /** A JSON string's text, a number or boolean as written, an object or list as JSON text; null stays null. */
        TEXT,
        /** A list, each item as {@link #TEXT}. A session variable holds an array literal and is sent as text. */
        TEXT_ARRAY,
        /** A list as the literal of an array; a string is one already. */
        ARRAY_LITERAL,
        /** JSON text, strings with their quotes. */
        JSON,
        /** A path into a JSON value, {@code $.a.b[0]}, as its steps. */
        JSON_PATH
    }
}
