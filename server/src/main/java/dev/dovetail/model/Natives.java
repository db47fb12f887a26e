package dev.dovetail.model;

import dev.dovetail.name.LogicalModelName;
import dev.dovetail.name.NativeQueryName;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** The native queries of a source, and the logical models they may return. */
public record Natives(
        SequencedMap<LogicalModelName, LogicalModel> models, SequencedMap<NativeQueryName, NativeQuery> queries) {
    static Natives none() {
        return new Natives(new LinkedHashMap<>(), new LinkedHashMap<>());
    }
}
