package dev.dovetail.graphql;

import dev.dovetail.error.Path;
import dev.dovetail.graphql.ast.Value;
import tools.jackson.databind.JsonNode;

/** Which values an input of a scalar type takes; the same type is stricter in some places than in others. */
public record ScalarRule(Kind kind, String scalar) {
    public enum Kind {
        /** As GraphQL says. */
        LANGUAGE,
        /** As a column of a table takes it: a string is always taken. */
        COLUMN,
        /** As {@link #COLUMN}, a text to be matched with LIKE. */
        LIKE_PATTERN,
        /** An {@code Int} that is zero or more. */
        NON_NEGATIVE_INT,
        /** An {@code Int} of 64 bits, also as a string. */
        BIG_INT
    }

    /** Throws {@link dev.dovetail.error.ApiException} at {@code path} for what is refused. */
    public JsonNode coerce(JsonNode value, Path path) {
        return switch (kind) {
            case LANGUAGE -> Scalars.coerce(scalar, value, path);
            case COLUMN -> ColumnScalars.coerce(scalar, value, path);
            case LIKE_PATTERN -> ColumnScalars.likePattern(ColumnScalars.coerce(scalar, value, path), path);
            case NON_NEGATIVE_INT -> Scalars.nonNegativeInt(value, path);
            case BIG_INT -> Scalars.bigInt(value, path);
        };
    }

    /** The same for a value written in the document, where enum values are no strings and floats no integers. */
    public JsonNode coerce(Value value, Path path) {
        return switch (kind) {
            case LANGUAGE -> Scalars.coerce(scalar, value, path);
            case NON_NEGATIVE_INT -> Scalars.nonNegativeInt(value, path);
            case COLUMN, LIKE_PATTERN, BIG_INT -> coerce(ValueJson.toJson(value), path);
        };
    }
}
