/**
 * Runs plans: step runners, joins, mutation transactions. The world is reached through the ports declared here
 * ({@link dev.dovetail.execute.Database} and its neighbours); no adapter is known.
 */
@NullMarked
package dev.dovetail.execute;

import org.jspecify.annotations.NullMarked;
