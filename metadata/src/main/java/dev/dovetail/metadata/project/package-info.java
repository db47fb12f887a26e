/**
 * The metadata as a directory of YAML and GraphQL files, laid out as the reference's CLI does (config version 3), and
 * back. Files come in through {@link dev.dovetail.metadata.project.ProjectFiles} and go out as texts by path, so
 * nothing here touches a disk. Reading what was written gives the same metadata, and writing that gives the same bytes.
 * Every value that was read knows its {@link dev.dovetail.metadata.project.Place}. What the metadata means is
 * deliberately absent: objects stay JSON, keys nobody knows are kept.
 */
@NullMarked
package dev.dovetail.metadata.project;

import org.jspecify.annotations.NullMarked;
