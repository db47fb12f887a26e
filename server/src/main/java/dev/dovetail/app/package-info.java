/**
 * The program: its options, its life from start to stop, its logs, and {@link dev.dovetail.app.Wiring}, the one place
 * where adapters are put behind ports. No product logic.
 */
@NullMarked
package dev.dovetail.app;

import org.jspecify.annotations.NullMarked;
