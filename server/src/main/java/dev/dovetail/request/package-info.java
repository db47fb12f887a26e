/**
 * The pipeline of a GraphQL request: snapshot, schema, parse, bind, plan, run, answer. Knows no sockets: the edge calls
 * {@link dev.dovetail.request.GraphqlService} and hands in how failures are rendered
 * ({@link dev.dovetail.request.ErrorFormat}).
 */
@NullMarked
package dev.dovetail.request;

import org.jspecify.annotations.NullMarked;
