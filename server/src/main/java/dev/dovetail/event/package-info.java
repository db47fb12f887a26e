/**
 * Work that nobody waits for: the calls of asynchronous actions; event triggers and cron are still to come. What is to
 * be done stands in a database and survives us; several instances share it. Whatever was not seen to end is done again,
 * so a handler may be called more than once, but never after its answer was written down. The world is reached through
 * the ports declared here; the time that counts is the database's, never ours.
 */
@NullMarked
package dev.dovetail.event;

import org.jspecify.annotations.NullMarked;
