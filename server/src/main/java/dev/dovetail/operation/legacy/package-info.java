/**
 * The data calls of the oldest API ({@code insert}, {@code select}, {@code update}, {@code delete}, {@code count})
 * bound to the model: they become the same operations that GraphQL documents become, so that everything after binding
 * is shared. Columns and relationships go by their names in Postgres and in the metadata. Paths start at the call's
 * arguments.
 */
@NullMarked
package dev.dovetail.operation.legacy;

import org.jspecify.annotations.NullMarked;
