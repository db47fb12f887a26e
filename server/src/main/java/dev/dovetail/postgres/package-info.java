/**
 * The adapters to Postgres: they implement the ports of {@code execute} and {@code command} with the Vert.x client, and
 * the administrator's SQL with JDBC, which alone hands cells out as the server's own text. One pool per source; nothing
 * here knows GraphQL or what a statement is for. What reaches a client never holds a host, a user or a password.
 */
@NullMarked
package dev.dovetail.postgres;

import org.jspecify.annotations.NullMarked;
