/**
 * Black-box tests: an engine in this process, reached over HTTP only, on a real Postgres, with stubs that speak the
 * real protocols in place of action handlers and remote schemas. Nothing here looks inside the engine.
 */
@NullMarked
package dev.dovetail.acceptance;

import org.jspecify.annotations.NullMarked;
