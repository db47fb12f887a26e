/** Tests of calls to others, against real sockets on 127.0.0.1. */
@NullMarked
package dev.dovetail.outbound;

import org.jspecify.annotations.NullMarked;
