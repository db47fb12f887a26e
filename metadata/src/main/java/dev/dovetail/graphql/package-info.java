/**
 * The GraphQL language: documents are parsed, printed and coerced here, schemas are introspected. The parser is our own
 * (see {@code syntax}); graphql-java is a second opinion in tests. Deliberately absent: every product notion; what a
 * field means is a type parameter. Nothing here validates a document against a schema: binding does that.
 */
@NullMarked
package dev.dovetail.graphql;

import org.jspecify.annotations.NullMarked;
