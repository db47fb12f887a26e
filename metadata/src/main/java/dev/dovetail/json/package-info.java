/** The one configured JSON mapper. Nobody else configures Jackson. */
@NullMarked
package dev.dovetail.json;

import org.jspecify.annotations.NullMarked;
