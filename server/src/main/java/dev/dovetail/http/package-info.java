/**
 * The edge: routes, GraphQL over HTTP, the administrator's endpoints, health. Sockets, headers and status codes end
 * here; errors are rendered and redacted here and nowhere else. Everything behind the edge is reached through
 * {@link dev.dovetail.request.GraphqlService} and the small ports declared here.
 */
@NullMarked
package dev.dovetail.http;

import org.jspecify.annotations.NullMarked;
