/** Tests of the adapters against a real Postgres: the one that comes with the build, a database per test class. */
@NullMarked
package dev.dovetail.postgres;

import org.jspecify.annotations.NullMarked;
