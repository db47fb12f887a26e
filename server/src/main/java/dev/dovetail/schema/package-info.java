/**
 * A role's GraphQL schema over the model. Types are built on first touch and kept; fields and inputs carry their
 * {@link dev.dovetail.schema.Meaning}, so that nobody looks a name up again after binding. Whether something exists for
 * a role is answered by the role's rules, without building anything.
 */
@NullMarked
package dev.dovetail.schema;

import org.jspecify.annotations.NullMarked;
