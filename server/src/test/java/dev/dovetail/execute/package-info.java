/** Tests of the plan runner, with hand-written databases. */
@NullMarked
package dev.dovetail.execute;

import org.jspecify.annotations.NullMarked;
