/** Tests of the planner: golden plans, and the check that no table is reached but through its permission. */
@NullMarked
package dev.dovetail.planner;

import org.jspecify.annotations.NullMarked;
