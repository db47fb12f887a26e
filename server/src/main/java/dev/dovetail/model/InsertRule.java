package dev.dovetail.model;

import java.util.SequencedMap;
import java.util.SequencedSet;

/**
 * What a role may insert.
 *
 * @param columns those the client may give, without the preset ones
 */
public record InsertRule(
        SequencedSet<Column> columns,
        Condition check,
        SequencedMap<Column, ValueSource> presets,
        boolean backendOnly) {}
