/** Tests of binding a request to a role's schema. */
@NullMarked
package dev.dovetail.operation;

import org.jspecify.annotations.NullMarked;
