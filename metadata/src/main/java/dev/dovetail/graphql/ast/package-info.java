/** An executable document as immutable records that keep the order of the text. */
@NullMarked
package dev.dovetail.graphql.ast;

import org.jspecify.annotations.NullMarked;
