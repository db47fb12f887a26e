@NullMarked
package dev.dovetail.derive;

import org.jspecify.annotations.NullMarked;
