/** Tests of what each role sees. */
@NullMarked
package dev.dovetail.schema;

import org.jspecify.annotations.NullMarked;
