package dev.dovetail.catalog;

import dev.dovetail.name.ColumnName;
import java.util.List;

/** A primary key or a unique constraint; its columns in the constraint's order. */
public record KeyInfo(String constraint, List<ColumnName> columns) {}
