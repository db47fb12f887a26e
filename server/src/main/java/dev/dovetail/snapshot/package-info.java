/**
 * What is served at one moment: metadata, its model, and the schemas grown from it, in one immutable value. A request
 * takes the snapshot once and never looks again. {@link dev.dovetail.snapshot.Snapshots} holds the only reference that
 * changes.
 */
@NullMarked
package dev.dovetail.snapshot;

import org.jspecify.annotations.NullMarked;
