/**
 * SQL as values: expressions, sources of rows, statements, and one printer. Text from a user can only enter as a
 * {@link dev.dovetail.sql.Slot} or through {@link dev.dovetail.sql.Expr.Text}, which the printer quotes. SQL that a
 * person wrote stands in a {@link dev.dovetail.sql.RawSelect}, which cannot leave its place. Knows no product.
 */
@NullMarked
package dev.dovetail.sql;

import org.jspecify.annotations.NullMarked;
