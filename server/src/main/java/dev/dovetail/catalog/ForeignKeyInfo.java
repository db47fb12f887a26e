package dev.dovetail.catalog;

import dev.dovetail.name.ColumnName;
import dev.dovetail.name.TableName;
import java.util.SequencedMap;

/** A foreign key: each local column with the column it refers to, in the constraint's order. */
public record ForeignKeyInfo(String constraint, TableName target, SequencedMap<ColumnName, ColumnName> columns) {}
