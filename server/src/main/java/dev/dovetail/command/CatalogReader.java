package dev.dovetail.command;

import dev.dovetail.catalog.Catalog;
import dev.dovetail.name.SourceName;
import dev.dovetail.name.TableName;
import java.util.Set;

/** Reads a source's catalog. */
public interface CatalogReader {
    /** @param enumTables the tables whose rows are an enum's values */
    Catalog read(SourceName source, Set<TableName> enumTables);
}
