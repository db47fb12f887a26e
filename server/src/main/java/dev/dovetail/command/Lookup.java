package dev.dovetail.command;

import static dev.dovetail.command.Refusals.notExists;
import static dev.dovetail.command.Refusals.quoted;

import dev.dovetail.metadata.ActionMetadata;
import dev.dovetail.metadata.FunctionMetadata;
import dev.dovetail.metadata.Metadata;
import dev.dovetail.metadata.RelationshipMetadata;
import dev.dovetail.metadata.RelationshipType;
import dev.dovetail.metadata.SourceMetadata;
import dev.dovetail.metadata.TableMetadata;
import dev.dovetail.name.ActionName;
import dev.dovetail.name.FunctionName;
import dev.dovetail.name.RelationshipName;
import dev.dovetail.name.SourceName;
import dev.dovetail.name.TableName;
import java.util.function.UnaryOperator;

/** Finds what a command names, or refuses. */
final class Lookup {
    private Lookup() {}

    static SourceMetadata source(Metadata metadata, SourceName name) {
        return metadata.source(name)
                .orElseThrow(() -> notExists("source with name " + quoted(name) + " does not exist"));
    }

    static TableMetadata table(Metadata metadata, SourceName source, TableName table) {
        return metadata.source(source)
                .flatMap(found -> found.table(table))
                .orElseThrow(() -> notExists("table " + quoted(table) + " does not exist in source: " + source));
    }

    /** Changes a tracked table, or refuses when it is not tracked. */
    static Metadata change(Metadata metadata, SourceName source, TableName table, UnaryOperator<TableMetadata> change) {
        table(metadata, source, table);
        return metadata.mapSource(source, found -> found.mapTable(table, change));
    }

    static FunctionMetadata function(Metadata metadata, SourceName source, FunctionName function) {
        return metadata.source(source)
                .flatMap(found -> found.function(function))
                .orElseThrow(() -> notExists("function " + quoted(function) + " does not exist in source: " + source));
    }

    static ActionMetadata action(Metadata metadata, ActionName name) {
        return metadata.action(name)
                .orElseThrow(() -> notExists("action with name " + quoted(name) + " does not exist"));
    }

    static RelationshipType relationship(TableMetadata table, RelationshipName name) {
        if (has(table.objectRelationships(), name)) return RelationshipType.OBJECT;
        if (has(table.arrayRelationships(), name)) return RelationshipType.ARRAY;
        throw notExists("relationship " + quoted(name) + " does not exist");
    }

    private static boolean has(Iterable<RelationshipMetadata> relationships, RelationshipName name) {
        for (var each : relationships) {
            if (each.name().equals(name)) return true;
        }
        return false;
    }
}
