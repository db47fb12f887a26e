@NullMarked
package dev.dovetail.bench;

import org.jspecify.annotations.NullMarked;
