/**
 * Actions made of operations: one that takes an operation's variables and answers what it selects, to be put before it.
 * Works on the schema of one role and makes metadata; nothing is stored here, and no handler's code is written (that is
 * {@code codegen}'s).
 */
@NullMarked
package dev.dovetail.derive;

import org.jspecify.annotations.NullMarked;
