/**
 * Text to syntax tree, written by hand: graphql-java's generated parser needs a deep stack for deep documents and
 * seconds for hostile ones (19 s for one number of a million digits), while every request text passes here. Linear in
 * the length of the text, bounded in tokens, depth and digits. Tests hold graphql-java beside it as a second opinion.
 */
@NullMarked
package dev.dovetail.graphql.syntax;

import org.jspecify.annotations.NullMarked;
