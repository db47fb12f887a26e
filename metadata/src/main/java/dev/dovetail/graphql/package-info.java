/**
 * The GraphQL language: documents are parsed, printed and coerced here, schemas are introspected. graphql-java is
 * wrapped once in this room and never leaves it. Deliberately absent: every product notion; what a field means is a
 * type parameter. Nothing here validates a document against a schema: binding does that.
 */
@NullMarked
package dev.dovetail.graphql;

import org.jspecify.annotations.NullMarked;
