package dev.dovetail.model;

import dev.dovetail.name.FunctionName;
import dev.dovetail.name.SourceName;
import dev.dovetail.name.TableName;
import java.util.SequencedMap;

/** A source, its tracked tables and functions, in the order of their names, and its native queries. */
public record SourceModel(
        SourceName name,
        Naming naming,
        SequencedMap<TableName, Table> tables,
        SequencedMap<FunctionName, Function> functions,
        Natives natives) {}
