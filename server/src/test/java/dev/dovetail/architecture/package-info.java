/** The rules of the house as tests: who may know whom, what a pure room may touch, and how sources look. */
@NullMarked
package dev.dovetail.architecture;

import org.jspecify.annotations.NullMarked;
