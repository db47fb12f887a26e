/**
 * What the engine tells about itself while it works: values, handed to an {@link dev.dovetail.observe.Observer}. Code
 * emits observations; logging, metrics and tracing subscribe to them. No product types here and no output: who listens
 * decides what becomes of an observation. An observation never carries a secret or the value of a secret header.
 */
@NullMarked
package dev.dovetail.observe;

import org.jspecify.annotations.NullMarked;
