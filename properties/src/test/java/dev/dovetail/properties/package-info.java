/**
 * Five properties that must hold for every schema, metadata, role, data and operation: roles learn nothing they may not
 * see (P1), write nothing they may not write (P2), filters mean what they say (P3), no name becomes SQL (P4), and joins
 * give what a nested loop over the services gives (P5). All of it is generated, from one number per world, and runs
 * over HTTP against the real engine on a real Postgres. What the right answer is,
 * {@link dev.dovetail.properties.Evaluator} and, for joins, {@link dev.dovetail.properties.WebLoop} work out from rows
 * in memory; they share nothing with the engine.
 */
@NullMarked
package dev.dovetail.properties;

import org.jspecify.annotations.NullMarked;
