/**
 * Measures an engine against what the same machine can do at best, in the same minute: Postgres alone with the very
 * statement (pgbench), and our HTTP server alone with an answer of the same size. Only ratios of such a run mean
 * anything. Starts everything itself: a scratch Postgres, the engine as users start it, the load. Knows the engine by
 * HTTP only.
 */
@NullMarked
package dev.dovetail.bench;

import org.jspecify.annotations.NullMarked;
