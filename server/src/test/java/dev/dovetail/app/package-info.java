/** Options, logs and the life of the server. */
@NullMarked
package dev.dovetail.app;

import org.jspecify.annotations.NullMarked;
