/**
 * Runs plans: step runners, joins, mutation transactions. The world is reached through the ports declared here
 * ({@link dev.dovetail.execute.Database} and its neighbours); no adapter is known.
 *
 * <p>Whatever somebody else is asked for is an {@link dev.dovetail.execute.Underway}: started and not waited for, and
 * given up when the request is. Joins and plans of several steps are stages on top of that, the same in both gears: in
 * first gear they run on the event loop as long as they are little work ({@code LoopShare} counts), in second gear on
 * virtual threads. Only what needs a transaction of several statements, and the log of asynchronous actions, is
 * blocking code, on a virtual thread of its own.
 */
@NullMarked
package dev.dovetail.execute;

import org.jspecify.annotations.NullMarked;
