/** What a Postgres database has, as values: tables, columns, keys, functions, types. Reading it is an adapter's job. */
@NullMarked
package dev.dovetail.catalog;

import org.jspecify.annotations.NullMarked;
