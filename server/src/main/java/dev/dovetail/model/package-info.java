/**
 * Metadata × catalogs × remote introspections, with every name resolved to what it names. What cannot be resolved is
 * left out and reported as an {@link dev.dovetail.model.Inconsistency}; building never fails. Roles' rules are resolved
 * here too. How a source names what it shows is a {@link dev.dovetail.model.Naming}, reached from each of its tables:
 * whoever makes a GraphQL name asks it, and puts no text together on its own.
 */
@NullMarked
package dev.dovetail.model;

import org.jspecify.annotations.NullMarked;
