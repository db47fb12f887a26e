/**
 * Somebody else's schema as plain data: read from an introspection answer or from SDL text, printed as SDL. Types refer
 * to each other by name; nothing is resolved here.
 */
@NullMarked
package dev.dovetail.graphql.sdl;

import org.jspecify.annotations.NullMarked;
