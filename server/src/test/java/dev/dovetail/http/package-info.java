/** The edge over real sockets, with fakes behind its ports. */
@NullMarked
package dev.dovetail.http;

import org.jspecify.annotations.NullMarked;
