/**
 * The metadata API: one record per command with a pure apply on the metadata; {@code Changes} is the only writer of
 * snapshots. Ports: {@link dev.dovetail.command.MetadataStore}, {@link dev.dovetail.command.CatalogReader},
 * {@link dev.dovetail.command.SqlRunner}.
 */
@NullMarked
package dev.dovetail.command;

import org.jspecify.annotations.NullMarked;
