/**
 * A document bound to a role's schema: the operation chosen, fragments expanded, equal fields merged, variables typed
 * by where they stand, inputs coerced, every field and input with its meaning. What is wrong is said with the
 * reference's words and path.
 */
@NullMarked
package dev.dovetail.operation;

import org.jspecify.annotations.NullMarked;
