package dev.dovetail.model;

import dev.dovetail.catalog.Catalog;
import dev.dovetail.metadata.NativeQueryMetadata;
import dev.dovetail.metadata.RelationshipMetadata;
import dev.dovetail.metadata.RelationshipUsing;
import dev.dovetail.metadata.SourceMetadata;
import dev.dovetail.name.ColumnName;
import dev.dovetail.name.NativeQueryName;
import dev.dovetail.name.TableName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeSet;

/**
 * Relates the native queries of a source to tables and to each other. A query with a relationship that leads nowhere is
 * at fault as a whole, as in the reference, and with it those that lead to it.
 */
final class NativeRelations {
    private final SourceMetadata source;
    private final Catalog catalog;
    private final Map<TableName, Table> tables;
    private final SequencedMap<NativeQueryName, NativeQuery> queries;
    private final NativeNames names;
    private final Faults faults;

    NativeRelations(SourceMetadata source, Catalog catalog, SourceModel model, NativeNames names, Faults faults) {
        this.source = source;
        this.catalog = catalog;
        this.tables = model.tables();
        this.queries = model.natives().queries();
        this.names = names;
        this.faults = faults;
    }

    void relate() {
        var before = -1;
        while (before != queries.size()) {
            before = queries.size();
            for (var metadata : source.nativeQueries()) {
                var query = queries.get(metadata.name());
                if (query != null) {
                    relate(metadata, query);
                }
            }
        }
    }

    private void relate(NativeQueryMetadata metadata, NativeQuery query) {
        try {
            refuseTwice(metadata);
            var toTables = new LinkedHashMap<String, Relationship>();
            var toQueries = new LinkedHashMap<String, NativeRelationship>();
            for (var each : metadata.objectRelationships()) {
                add(query, each, Relationship.Kind.OBJECT, toTables, toQueries);
            }
            for (var each : metadata.arrayRelationships()) {
                add(query, each, Relationship.Kind.ARRAY, toTables, toQueries);
            }
            for (var nested : query.returns().nested()) {
                if (!toTables.containsKey(nested.value()) && !toQueries.containsKey(nested.value())) {
                    throw new Unresolvable("Unexpected logical model object field '" + nested + "'.");
                }
            }
            query.relate(toTables, toQueries);
            names.claim(query);
        } catch (Unresolvable fault) {
            queries.remove(metadata.name());
            NativeStage.fault(source, metadata, fault, faults);
        }
    }

    private static void refuseTwice(NativeQueryMetadata metadata) {
        var names = new TreeSet<String>();
        metadata.arrayRelationships().forEach(each -> names.add(each.name().value()));
        names.retainAll(metadata.objectRelationships().stream()
                .map(each -> each.name().value())
                .toList());
        if (!names.isEmpty()) {
            throw new Unresolvable("The native query '" + metadata.name() + "' has duplicate relationships: "
                    + String.join(",", names));
        }
    }

    private void add(
            NativeQuery query,
            RelationshipMetadata relationship,
            Relationship.Kind kind,
            Map<String, Relationship> toTables,
            Map<String, NativeRelationship> toQueries) {
        var field = relationship.name().value();
        if (query.returns().find(new ColumnName(field)).isPresent()) {
            throw new Unresolvable("the relationship \"" + field + "\" has the name of a field of the logical model \""
                    + query.returns() + "\"");
        }
        switch (relationship.using()) {
            case RelationshipUsing.ManualNativeQuery(var target, var mapping, var _) -> {
                mapping.keySet().forEach(column -> check(query, column));
                toQueries.put(field, toQuery(queries, relationship, kind, target, mapping));
            }
            case RelationshipUsing.Manual(var target, var mapping, var _, var _) -> {
                mapping.keySet().forEach(column -> check(query, column));
                var stage = new RelationshipStage(source, catalog, tables, queries, names, faults);
                toTables.put(field, stage.toTable(relationship, kind, target, mapping));
            }
            case RelationshipUsing.ForeignKeyOn _, RelationshipUsing.ForeignKeyOnRemote _ ->
                throw new Unresolvable("a native query has no foreign keys");
        }
    }

    /** Also for relationships of tables. */
    static NativeRelationship toQuery(
            Map<NativeQueryName, NativeQuery> queries,
            RelationshipMetadata relationship,
            Relationship.Kind kind,
            NativeQueryName name,
            SequencedMap<ColumnName, ColumnName> mapping) {
        var target = queries.get(name);
        if (target == null) {
            throw Unresolvable.elsewhere("native query \"" + name + "\" is not tracked");
        }
        mapping.values().forEach(column -> check(target, column));
        return new NativeRelationship(relationship.name().value(), kind, target, mapping, relationship.comment());
    }

    private static void check(NativeQuery query, ColumnName field) {
        if (query.returns().find(field).isEmpty()) {
            throw Unresolvable.elsewhere("native query \"" + query + "\" has no field named \"" + field + "\"");
        }
    }
}
