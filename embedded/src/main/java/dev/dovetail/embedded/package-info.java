/**
 * A Postgres that comes with the build, for the demo, for trying things out and for tests.
 *
 * <p>{@link dev.dovetail.embedded.EmbeddedPostgres} is the door; {@link dev.dovetail.embedded.InstalledPostgres} is a
 * side entrance, to the machine's own Postgres, for measuring and for PostGIS in tests. One home folder holds the
 * unpacked program, the data and the log; it outlives the process, so the next start is quick and finds the data again.
 * The server listens on 127.0.0.1 only and trusts who connects from there.
 *
 * <p>Deliberately absent: a JDBC driver (the few messages needed are spoken by hand), psql, pg_dump, extensions that
 * are not in Postgres' own contrib, upgrades between major versions, and any platform but Linux.
 */
@NullMarked
package dev.dovetail.embedded;

import org.jspecify.annotations.NullMarked;
