/**
 * Four properties that must hold for every schema, metadata, role, data and operation: roles learn nothing they may not
 * see (P1), write nothing they may not write (P2), filters mean what they say (P3), and no name becomes SQL (P4). All
 * of it is generated, from one number per world, and runs over HTTP against the real engine on a real Postgres. What
 * the right answer is, {@link dev.dovetail.properties.Evaluator} works out from rows in memory; it shares nothing with
 * the engine.
 */
@NullMarked
package dev.dovetail.properties;

import org.jspecify.annotations.NullMarked;
