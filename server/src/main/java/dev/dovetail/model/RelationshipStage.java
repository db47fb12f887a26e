package dev.dovetail.model;

import dev.dovetail.catalog.Catalog;
import dev.dovetail.catalog.ForeignKeyInfo;
import dev.dovetail.graphql.type.Lazy;
import dev.dovetail.metadata.ObjectId;
import dev.dovetail.metadata.RelationshipCodec;
import dev.dovetail.metadata.RelationshipMetadata;
import dev.dovetail.metadata.RelationshipType;
import dev.dovetail.metadata.RelationshipUsing;
import dev.dovetail.metadata.SourceMetadata;
import dev.dovetail.metadata.TableMetadata;
import dev.dovetail.name.ColumnName;
import dev.dovetail.name.NativeQueryName;
import dev.dovetail.name.TableName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Resolves relationships between tables of one source to their column mappings. */
final class RelationshipStage {
    private final SourceMetadata source;
    private final Catalog catalog;
    private final Map<TableName, Table> tables;
    private final Map<NativeQueryName, NativeQuery> queries;
    private final NativeNames names;
    private final Faults faults;

    RelationshipStage(
            SourceMetadata source,
            Catalog catalog,
            Map<TableName, Table> tables,
            Map<NativeQueryName, NativeQuery> queries,
            NativeNames names,
            Faults faults) {
        this.source = source;
        this.catalog = catalog;
        this.tables = tables;
        this.queries = queries;
        this.names = names;
        this.faults = faults;
    }

    /** A table's relationships, by what they lead to. */
    record Resolved(SequencedMap<String, Relationship> toTables, SequencedMap<String, NativeRelationship> toQueries) {
        private boolean has(String field) {
            return toTables.containsKey(field) || toQueries.containsKey(field);
        }
    }

    Resolved of(TableMetadata metadata, Table table) {
        var resolved = new Resolved(new LinkedHashMap<>(), new LinkedHashMap<>());
        add(resolved, metadata.objectRelationships(), RelationshipType.OBJECT, table);
        add(resolved, metadata.arrayRelationships(), RelationshipType.ARRAY, table);
        return resolved;
    }

    /** What already has the field's name, said in the reference's words; null when nothing has. */
    static @Nullable String conflict(String field, Table table) {
        var taken = table.findField(field);
        if (taken.isEmpty()) {
            return null;
        }
        var name = taken.get().name();
        return name.value().equals(field)
                ? "field definition conflicts with postgres column"
                : "field definition conflicts with custom field name for postgres column \"" + name + "\"";
    }

    private void add(Resolved resolved, List<RelationshipMetadata> relationships, RelationshipType kind, Table table) {
        for (var relationship : relationships) {
            var field = relationship.name().value();
            var conflict = conflict(field, table);
            if (conflict != null) {
                fault(relationship, kind, table, conflict);
                continue;
            }
            try {
                if (resolved.has(field)) {
                    throw new Unresolvable("the field \"" + field + "\" is defined more than once");
                }
                resolve(relationship, kind, table, resolved);
            } catch (Unresolvable fault) {
                var where = "in table \"" + table.name().display() + "\": in relationship \"" + field + "\": ";
                fault(relationship, kind, table, fault.reasonAt(where));
            }
        }
    }

    private void fault(RelationshipMetadata relationship, RelationshipType kind, Table table, String reason) {
        var definition = RelationshipCodec.encode(relationship);
        faults.add(
                new ObjectId.Relationship(source.name(), table.name(), relationship.name(), kind),
                Definitions.commentedInTable(source.name(), table.name(), definition),
                reason);
    }

    private void resolve(RelationshipMetadata relationship, RelationshipType type, Table table, Resolved resolved) {
        var kind = switch (type) {
            case OBJECT -> Relationship.Kind.OBJECT;
            case ARRAY -> Relationship.Kind.ARRAY;
        };
        var field = relationship.name().value();
        if (relationship.using() instanceof RelationshipUsing.ManualNativeQuery(var query, var mapping, var _)) {
            checkColumns(table, mapping.sequencedKeySet());
            var related = NativeRelations.toQuery(queries, relationship, kind, query, mapping);
            names.claim(related);
            resolved.toQueries().put(field, related);
        } else {
            resolved.toTables().put(field, toTable(relationship, kind, table));
        }
    }

    private Relationship toTable(RelationshipMetadata relationship, Relationship.Kind kind, Table table) {
        return switch (relationship.using()) {
            case RelationshipUsing.ForeignKeyOn(var columns) -> {
                var key = foreignKey(table, columns, null);
                var nullable = columns.stream()
                        .anyMatch(column ->
                                table.findColumn(column).map(Column::nullable).orElse(true));
                yield related(
                        relationship,
                        kind,
                        key.target(),
                        key.columns(),
                        nullable,
                        Relationship.Insertion.BEFORE_PARENT);
            }
            case RelationshipUsing.ForeignKeyOnRemote(var target, var columns) -> {
                var key = foreignKey(target(target), columns, table.name());
                var mapping = new LinkedHashMap<ColumnName, ColumnName>();
                key.columns().forEach((remote, local) -> mapping.put(local, remote));
                yield related(relationship, kind, target, mapping, true, Relationship.Insertion.AFTER_PARENT);
            }
            case RelationshipUsing.Manual(var target, var mapping, var order, var _) -> {
                checkColumns(table, mapping.sequencedKeySet());
                checkColumns(target(target), Set.copyOf(mapping.values()));
                var insertion = "after_parent".equals(order)
                        ? Relationship.Insertion.AFTER_PARENT
                        : Relationship.Insertion.BEFORE_PARENT;
                yield related(relationship, kind, target, mapping, true, insertion);
            }
            case RelationshipUsing.ManualNativeQuery _ -> throw new IllegalArgumentException("leads to no table");
        };
    }

    /** From a native query, whose rows hold these columns. */
    Relationship toTable(
            RelationshipMetadata relationship,
            Relationship.Kind kind,
            TableName target,
            SequencedMap<ColumnName, ColumnName> mapping) {
        checkColumns(target(target), Set.copyOf(mapping.values()));
        return related(relationship, kind, target, mapping, true, Relationship.Insertion.AFTER_PARENT);
    }

    private Relationship related(
            RelationshipMetadata relationship,
            Relationship.Kind kind,
            TableName target,
            SequencedMap<ColumnName, ColumnName> mapping,
            boolean nullable,
            Relationship.Insertion insertion) {
        var table = target(target);
        return new Relationship(
                relationship.name().value(),
                kind,
                Lazy.ready(table),
                mapping,
                kind == Relationship.Kind.OBJECT && nullable,
                insertion,
                relationship.comment());
    }

    private Table target(TableName name) {
        var table = tables.get(name);
        if (table == null && catalog.tables().containsKey(name)) {
            throw Unresolvable.elsewhere("table \"" + name.display() + "\" is not tracked");
        }
        if (table == null) {
            throw new Unresolvable("table \"" + name.display() + "\" does not exist in source: " + source.name());
        }
        return table;
    }

    private static ForeignKeyInfo foreignKey(Table table, List<ColumnName> columns, @Nullable TableName target) {
        var matching = table.info().foreignKeys().stream()
                .filter(key -> Set.copyOf(key.columns().keySet()).equals(Set.copyOf(columns)))
                .filter(key -> target == null || key.target().equals(target))
                .toList();
        var shown = columns.size() == 1 ? "column \"" + columns.getFirst() + "\"" : "columns " + columns;
        return switch (matching.size()) {
            case 0 ->
                throw new Unresolvable("no foreign constraint exists on the given " + shown + " of table \""
                        + table.name().display() + "\"");
            case 1 -> matching.getFirst();
            default ->
                throw new Unresolvable("more than one foreign key constraint exists on the given " + shown
                        + " of table \"" + table.name().display() + "\"");
        };
    }

    private static void checkColumns(Table table, Set<ColumnName> columns) {
        for (var column : columns) {
            if (table.info().columns().stream().noneMatch(each -> each.name().equals(column))) {
                throw new Unresolvable(
                        "column \"" + column + "\" of table \"" + table.name().display() + "\" does not exist");
            }
        }
    }
}
