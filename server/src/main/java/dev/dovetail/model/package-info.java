/**
 * Metadata × catalogs × remote introspections, with every name resolved to what it names. What cannot be resolved is
 * left out and reported as an {@link dev.dovetail.model.Inconsistency}; building never fails. Roles' rules are resolved
 * here too.
 */
@NullMarked
package dev.dovetail.model;

import org.jspecify.annotations.NullMarked;
