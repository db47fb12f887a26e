/** The command line without an engine: what is understood, what is said, what happens to files. */
@NullMarked
package dev.dovetail.cli;

import org.jspecify.annotations.NullMarked;
