package dev.dovetail.command;

import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.metadata.DeletePermission;
import dev.dovetail.metadata.InsertPermission;
import dev.dovetail.metadata.Metadata;
import dev.dovetail.metadata.NameCodec;
import dev.dovetail.metadata.PermissionMetadata;
import dev.dovetail.metadata.RelationshipMetadata;
import dev.dovetail.metadata.RelationshipUsing;
import dev.dovetail.metadata.SelectPermission;
import dev.dovetail.metadata.TableMetadata;
import dev.dovetail.metadata.UpdatePermission;
import dev.dovetail.name.ColumnName;
import dev.dovetail.name.SourceName;
import dev.dovetail.name.TableName;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Renames a column or relationship of a table in every permission filter of its source, also where other tables'
 * filters reach it through relationships. Filters are raw JSON; a key means a field of the table that the walk stands
 * at.
 */
final class FilterRename {
    private final Metadata metadata;
    private final Facts facts;
    private final SourceName source;
    private final TableName table;
    private final String name;
    private final String newName;

    private FilterRename(
            Metadata metadata, Facts facts, SourceName source, TableName table, String name, String newName) {
        this.metadata = metadata;
        this.facts = facts;
        this.source = source;
        this.table = table;
        this.name = name;
        this.newName = newName;
    }

    /** The metadata is that before or after the field's own renaming; filters are all still in the old names. */
    static Metadata field(
            Metadata metadata, Facts facts, SourceName source, TableName table, String name, String newName) {
        var rename = new FilterRename(metadata, facts, source, table, name, newName);
        return metadata.mapSource(
                source,
                found -> found.withTables(
                        found.tables().stream().map(rename::permissions).toList()));
    }

    private TableMetadata permissions(TableMetadata in) {
        UnaryOperator<JsonNode> filter = each -> walk(in.table(), each);
        return in.change()
                .insertPermissions(map(
                        in.insertPermissions(),
                        each -> new InsertPermission(
                                filter.apply(each.check()),
                                each.set(),
                                each.columns(),
                                each.backendOnly(),
                                each.validateInput(),
                                each.rest())))
                .selectPermissions(map(
                        in.selectPermissions(),
                        each -> new SelectPermission(
                                each.columns(),
                                filter.apply(each.filter()),
                                each.limit(),
                                each.allowAggregations(),
                                each.computedFields(),
                                each.queryRootFields(),
                                each.subscriptionRootFields(),
                                each.rest())))
                .updatePermissions(map(in.updatePermissions(), each -> update(each, filter)))
                .deletePermissions(map(
                        in.deletePermissions(),
                        each -> new DeletePermission(
                                filter.apply(each.filter()), each.backendOnly(), each.validateInput(), each.rest())))
                .done();
    }

    private static UpdatePermission update(UpdatePermission permission, UnaryOperator<JsonNode> filter) {
        var check = permission.check();
        return new UpdatePermission(
                permission.columns(),
                filter.apply(permission.filter()),
                check == null ? null : filter.apply(check),
                permission.set(),
                permission.backendOnly(),
                permission.validateInput(),
                permission.rest());
    }

    private static <P> List<PermissionMetadata<P>> map(
            List<PermissionMetadata<P>> permissions, UnaryOperator<P> change) {
        return permissions.stream()
                .map(each -> new PermissionMetadata<>(each.role(), change.apply(each.permission()), each.comment()))
                .toList();
    }

    private JsonNode walk(@Nullable TableName at, JsonNode filter) {
        if (at == null || !(filter instanceof ObjectNode object)) return filter;
        var walked = Json.object();
        for (var entry : object.properties()) {
            var key = entry.getKey();
            var value = entry.getValue();
            switch (key) {
                case "_and", "_or", "$and", "$or" -> walked.set(key, all(at, value));
                case "_not", "$not" -> walked.set(key, walk(at, value));
                case "_exists" -> walked.set(key, exists(value));
                default ->
                    walked.set(at.equals(table) && key.equals(name) ? newName : key, walk(target(at, key), value));
            }
        }
        return walked;
    }

    private JsonNode all(TableName at, JsonNode filters) {
        if (!filters.isArray()) return filters;
        var walked = Json.array();
        for (var each : filters) walked.add(walk(at, each));
        return walked;
    }

    private JsonNode exists(JsonNode value) {
        if (!(value instanceof ObjectNode object)) return value;
        var where = object.get("_where");
        var other = object.get("_table");
        if (where == null || other == null) return value;
        return Kept.with(object, "_where", walk(NameCodec.table(other, Path.ROOT), where));
    }

    /** The table a relationship leads to; null when the key is no relationship. */
    private @Nullable TableName target(TableName at, String key) {
        return metadata.source(source)
                .flatMap(found -> found.table(at))
                .flatMap(found -> Stream.concat(
                                found.objectRelationships().stream(), found.arrayRelationships().stream())
                        .filter(each -> isNamed(at, each, key))
                        .findFirst()
                        .flatMap(each -> target(at, each.using())))
                .orElse(null);
    }

    private boolean isNamed(TableName at, RelationshipMetadata relationship, String key) {
        var written = relationship.name().value();
        return written.equals(key) || (at.equals(table) && key.equals(name) && written.equals(newName));
    }

    private Optional<TableName> target(TableName at, RelationshipUsing using) {
        return switch (using) {
            case RelationshipUsing.Manual manual -> Optional.of(manual.remoteTable());
            case RelationshipUsing.ForeignKeyOnRemote(var other, var _) -> Optional.of(other);
            case RelationshipUsing.ForeignKeyOn(var columns) -> foreignKeyTarget(at, columns);
            case RelationshipUsing.ManualNativeQuery _ -> Optional.empty();
        };
    }

    private Optional<TableName> foreignKeyTarget(TableName at, List<ColumnName> columns) {
        return Optional.ofNullable(facts.catalogs().get(source))
                .map(catalog -> catalog.tables().get(at))
                .flatMap(info -> info.foreignKeys().stream()
                        .filter(key ->
                                List.copyOf(key.columns().sequencedKeySet()).equals(columns))
                        .findFirst())
                .map(key -> key.target());
    }
}
