/**
 * The demo: an engine, a Postgres and the two services its example joins, in one process tree. The services speak the
 * real protocols on ports of their own and know nothing of the engine; the setup talks to the engine's HTTP API only,
 * as any user would.
 */
@NullMarked
package dev.dovetail.demo;

import org.jspecify.annotations.NullMarked;
