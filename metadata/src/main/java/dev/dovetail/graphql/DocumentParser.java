package dev.dovetail.graphql;

import dev.dovetail.graphql.ast.Document;

/** Reads request texts. */
public final class DocumentParser {
    private DocumentParser() {}

    /** Throws {@link dev.dovetail.error.ApiException} ({@code validation-failed} at {@code $.query}). */
    public static Document parse(String text) {
        throw new UnsupportedOperationException(text);
    }
}
