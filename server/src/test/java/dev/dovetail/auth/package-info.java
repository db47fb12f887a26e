/** Who gets in as whom. */
@NullMarked
package dev.dovetail.auth;

import org.jspecify.annotations.NullMarked;
