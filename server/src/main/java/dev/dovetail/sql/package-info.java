/**
 * SQL as values: expressions, sources of rows, statements, and one printer. Text from a user can only enter as a
 * {@link dev.dovetail.sql.Slot} or through {@link dev.dovetail.sql.Expr.Text}, which the printer quotes. Knows no
 * product.
 */
@NullMarked
package dev.dovetail.sql;

import org.jspecify.annotations.NullMarked;
