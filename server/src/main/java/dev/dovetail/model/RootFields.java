package dev.dovetail.model;

import java.util.SequencedMap;

/**
 * Which object stands behind each root field, for an administrator; a role sees those its rules allow. Names are
 * unique.
 */
public record RootFields(SequencedMap<String, RootField> query, SequencedMap<String, RootField> mutation) {}
