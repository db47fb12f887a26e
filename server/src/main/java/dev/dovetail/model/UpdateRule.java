package dev.dovetail.model;

import java.util.SequencedMap;
import java.util.SequencedSet;

/**
 * What a role may update.
 *
 * @param filter on the row before
 * @param check on the row after
 */
public record UpdateRule(
        SequencedSet<Column> columns,
        Condition filter,
        Condition check,
        SequencedMap<Column, ValueSource> presets,
        boolean backendOnly) {}
