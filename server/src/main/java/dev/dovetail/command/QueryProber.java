package dev.dovetail.command;

import dev.dovetail.catalog.Description;
import dev.dovetail.name.SourceName;
import dev.dovetail.sql.RawProbe;
import java.util.Map;
import java.util.Set;

/** Asks a source what queries would answer, without running them. */
@FunctionalInterface
public interface QueryProber {
    /** Asks nothing, so that every query is taken as it is. */
    QueryProber NONE = (source, probes) -> Map.of();

    /** Never fails: what cannot be asked is {@link Description.Refused}. */
    Map<RawProbe, Description> describe(SourceName source, Set<RawProbe> probes);
}
