@NullMarked
package dev.dovetail.embedded;

import org.jspecify.annotations.NullMarked;
