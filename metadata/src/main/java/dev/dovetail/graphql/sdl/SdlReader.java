package dev.dovetail.graphql.sdl;

/** Reads SDL text. */
public final class SdlReader {
    private SdlReader() {}

    /** Throws {@link dev.dovetail.error.ApiException} ({@code parse-failed}) when the text is no SDL. */
    public static TypeDefinitions read(String sdl) {
        throw new UnsupportedOperationException(sdl);
    }
}
