package dev.dovetail.graphql.sdl;

import tools.jackson.databind.JsonNode;

/** Reads a server's answer to the introspection query. */
public final class IntrospectionReader {
    private IntrospectionReader() {}

    /** The query to send. */
    public static String query() {
        throw new UnsupportedOperationException();
    }

    /**
     * Takes {@code {data: {__schema}}} or {@code {__schema}}. Throws {@link dev.dovetail.error.ApiException}
     * ({@code remote-schema-error}) when the answer is malformed.
     */
    public static TypeDefinitions read(JsonNode answer) {
        throw new UnsupportedOperationException(answer.toString());
    }
}
