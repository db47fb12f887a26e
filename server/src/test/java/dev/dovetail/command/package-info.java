/** The commands against hand-written stores, catalogs and remote schemas: no database, no network. */
@NullMarked
package dev.dovetail.command;

import org.jspecify.annotations.NullMarked;
