/**
 * Operation → plan. One file per statement family; {@link dev.dovetail.planner.Access} is the one door to a table's
 * rows. Pure: values of a request become slots, never text.
 */
@NullMarked
package dev.dovetail.planner;

import org.jspecify.annotations.NullMarked;
