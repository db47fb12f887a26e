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
    private final Faults faults;

    RelationshipStage(SourceMetadata source, Catalog catalog, Map<TableName, Table> tables, Faults faults) {
        this.source = source;
        this.catalog = catalog;
        this.tables = tables;
        this.faults = faults;
    }

    SequencedMap<String, Relationship> of(TableMetadata metadata, Table table) {
        var resolved = new LinkedHashMap<String, Relationship>();
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

    private void add(
            SequencedMap<String, Relationship> resolved,
            List<RelationshipMetadata> relationships,
            RelationshipType kind,
            Table table) {
        for (var relationship : relationships) {
            var field = relationship.name().value();
            var conflict = conflict(field, table);
            if (conflict != null) {
                fault(relationship, kind, table, conflict);
                continue;
            }
            try {
                if (resolved.containsKey(field)) {
                    throw new Unresolvable("the field \"" + field + "\" is defined more than once");
                }
                resolved.put(field, resolve(relationship, kind, table));
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

    private Relationship resolve(RelationshipMetadata relationship, RelationshipType type, Table table) {
        var kind = switch (type) {
            case OBJECT -> Relationship.Kind.OBJECT;
            case ARRAY -> Relationship.Kind.ARRAY;
        };
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
            case RelationshipUsing.ManualNativeQuery _ ->
                throw new Unresolvable("relationships to native queries are not served yet");
        };
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
