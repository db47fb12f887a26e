package dev.dovetail.model;

import java.util.SequencedMap;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * What a role may update.
 *
 * @param filter on the row before
 * @param check on the row after; null when the permission has none: then an upsert holds the row to the insert's check
 */
public record UpdateRule(
        SequencedSet<Column> columns,
        Condition filter,
        @Nullable Condition check,
        SequencedMap<Column, ValueSource> presets,
        boolean backendOnly) {}
