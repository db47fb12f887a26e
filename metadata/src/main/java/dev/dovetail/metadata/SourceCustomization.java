package dev.dovetail.metadata;

import org.jspecify.annotations.Nullable;

/**
 * How a source's names look in GraphQL. {@code namingConvention}: {@code hasura-default} or {@code graphql-default}.
 */
public record SourceCustomization(
        @Nullable String rootNamespace,
        @Nullable String rootPrefix,
        @Nullable String rootSuffix,
        @Nullable String typePrefix,
        @Nullable String typeSuffix,
        @Nullable String namingConvention) {
    private static final SourceCustomization NONE = new SourceCustomization(null, null, null, null, null, null);

    public static SourceCustomization none() {
        return NONE;
    }
}
