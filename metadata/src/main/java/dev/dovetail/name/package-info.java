/** Names as types, so that a role is never mistaken for a table. No behaviour beyond their text form. */
@NullMarked
package dev.dovetail.name;

import org.jspecify.annotations.NullMarked;
