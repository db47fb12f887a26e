/** Project directories: what is written where, and what is said of wrong files. */
@NullMarked
package dev.dovetail.metadata.project;

import org.jspecify.annotations.NullMarked;
