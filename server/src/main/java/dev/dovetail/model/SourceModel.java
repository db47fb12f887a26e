package dev.dovetail.model;

import dev.dovetail.name.SourceName;
import dev.dovetail.name.TableName;
import java.util.SequencedMap;

/** A source and its tracked tables, in the order of their names. */
public record SourceModel(SourceName name, SequencedMap<TableName, Table> tables) {}
