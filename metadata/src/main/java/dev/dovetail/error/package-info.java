/**
 * What can go wrong and where: a closed list of codes, a path, and one exception that carries them. Nothing here
 * renders or logs; that is done at the edge.
 */
@NullMarked
package dev.dovetail.error;

import org.jspecify.annotations.NullMarked;
