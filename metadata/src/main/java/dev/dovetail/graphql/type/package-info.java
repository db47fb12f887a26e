/**
 * A lean model of GraphQL types, built on first touch and generic in the meaning {@code M} that a field carries.
 * Deliberately absent: directives on types and any knowledge of how a field is resolved.
 */
@NullMarked
package dev.dovetail.graphql.type;

import org.jspecify.annotations.NullMarked;
