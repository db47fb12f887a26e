package dev.dovetail.model;

import dev.dovetail.catalog.TableInfo;
import dev.dovetail.metadata.Columns;
import dev.dovetail.metadata.LogicalModelOwner;
import dev.dovetail.metadata.NativeQueryMetadata.Returns;
import dev.dovetail.metadata.ObjectId;
import dev.dovetail.metadata.PermissionCodec;
import dev.dovetail.metadata.PermissionMetadata;
import dev.dovetail.metadata.SelectPermission;
import dev.dovetail.metadata.SourceMetadata;
import dev.dovetail.name.RoleName;
import dev.dovetail.name.TableName;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** Resolves the select permissions of a source's logical models. */
final class NativePermissions {
    private final SourceMetadata source;
    private final Map<TableName, Table> tables;
    private final Natives natives;
    private final Faults faults;

    NativePermissions(SourceMetadata source, SourceModel model, Faults faults) {
        this.source = source;
        this.tables = model.tables();
        this.natives = model.natives();
        this.faults = faults;
    }

    void permit() {
        for (var metadata : source.logicalModels()) {
            var model = natives.models().get(metadata.name());
            if (model != null) {
                permit(model, new LogicalModelOwner.Itself(metadata.name()), metadata.selectPermissions());
            }
        }
        for (var metadata : source.nativeQueries()) {
            var query = natives.queries().get(metadata.name());
            if (query != null && metadata.returns() instanceof Returns.Inline(var _, var permissions)) {
                permit(query.returns(), new LogicalModelOwner.Query(metadata.name()), permissions);
            }
        }
    }

    private void permit(
            LogicalModel model, LogicalModelOwner owner, List<PermissionMetadata<SelectPermission>> permissions) {
        var conditions = new ConditionReader(asTable(model), tables::get);
        var rules = new HashMap<RoleName, SelectRule>();
        for (var each : permissions) {
            try {
                rules.put(each.role(), rule(each.permission(), model, conditions));
            } catch (Unresolvable fault) {
                faults.add(
                        new ObjectId.LogicalModelPermission(source.name(), owner, each.role()),
                        definition(owner, each),
                        place(owner) + "in permission for role \"" + each.role() + "\": " + fault.reason());
            }
        }
        model.permit(rules);
    }

    private ObjectNode definition(LogicalModelOwner owner, PermissionMetadata<SelectPermission> permission) {
        var definition = PermissionCodec.encode(permission, PermissionCodec::select);
        if (!definition.has("comment")) {
            definition.putNull("comment");
        }
        return definition.put("source", source.name().value()).put("name", owner.name());
    }

    private static String place(LogicalModelOwner owner) {
        return switch (owner) {
            case LogicalModelOwner.Itself(var model) -> "in logical model \"" + model + "\": ";
            case LogicalModelOwner.Query(var query) -> "in logical model for native query\"" + query + "\": ";
        };
    }

    private static SelectRule rule(SelectPermission permission, LogicalModel model, ConditionReader conditions) {
        return new SelectRule(
                columns(permission.columns(), model),
                Set.of(),
                conditions.read(permission.filter()),
                permission.limit(),
                false,
                null,
                null);
    }

    private static SequencedSet<Column> columns(Columns columns, LogicalModel model) {
        return switch (columns) {
            case Columns.All() -> new LinkedHashSet<>(model.fields());
            case Columns.Only(var names) -> {
                for (var name : names) {
                    if (model.find(name).isEmpty() && !model.nested().contains(name)) {
                        throw new Unresolvable(
                                "Could not find column \"" + name + "\" in logical model \"" + model + "\"");
                    }
                }
                yield model.fields().stream()
                        .filter(field -> names.contains(field.name()))
                        .collect(Collectors.toCollection(LinkedHashSet::new));
            }
        };
    }

    /** A filter is read against a table; nothing else of this one is ever looked at. */
    private static Table asTable(LogicalModel model) {
        var info = new TableInfo(
                new TableName("", model.name()),
                0,
                TableInfo.Kind.VIEW,
                null,
                model.fields().stream().map(Column::info).toList(),
                null,
                List.of(),
                List.of(),
                false,
                false,
                false);
        var stem = NameParts.custom(model.name());
        var identity = new Table.Identity(stem, model.naming(), null, roots(model), false, null);
        return new Table(model.source(), info, identity, List.copyOf(model.fields()));
    }

    private static RootNames roots(LogicalModel model) {
        var no = new RootNames.Root(model.name(), null);
        return new RootNames(no, no, no, no, no, no, no, no, no, no, no, no);
    }
}
