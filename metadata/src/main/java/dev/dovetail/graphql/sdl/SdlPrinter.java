package dev.dovetail.graphql.sdl;

/** Writes type definitions as SDL text. */
public final class SdlPrinter {
    private SdlPrinter() {}

    public static String print(TypeDefinitions definitions) {
        throw new UnsupportedOperationException(definitions.toString());
    }
}
