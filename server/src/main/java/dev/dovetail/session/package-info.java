/** Who asks: the result of authentication, whatever the method. */
@NullMarked
package dev.dovetail.session;

import org.jspecify.annotations.NullMarked;
