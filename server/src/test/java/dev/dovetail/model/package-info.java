/** Tests of resolving metadata. */
@NullMarked
package dev.dovetail.model;

import org.jspecify.annotations.NullMarked;
