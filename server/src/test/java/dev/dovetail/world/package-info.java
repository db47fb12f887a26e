/** A small world for tests of pure rooms: tables, permissions, actions and a remote schema, all without a database. */
@NullMarked
package dev.dovetail.world;

import org.jspecify.annotations.NullMarked;
