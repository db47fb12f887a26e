/**
 * Nouns only: what will be done for a request, as values. The planner makes them, {@code execute} runs them, and
 * neither knows the other. A plan holds no value of a user, so it can serve every request of the same shape.
 */
@NullMarked
package dev.dovetail.plan;

import org.jspecify.annotations.NullMarked;
