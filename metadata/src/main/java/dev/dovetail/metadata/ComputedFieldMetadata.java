package dev.dovetail.metadata;

import dev.dovetail.name.FunctionName;
import org.jspecify.annotations.Nullable;

/**
 * A field computed by a function of the row.
 *
 * @param tableArgument the argument that takes the row; null: the first
 * @param sessionArgument the argument that takes the session variables; null: none
 * @param comment null: the comment of the function
 */
public record ComputedFieldMetadata(
        String name,
        FunctionName function,
        @Nullable String tableArgument,
        @Nullable String sessionArgument,
        @Nullable String comment) {}
