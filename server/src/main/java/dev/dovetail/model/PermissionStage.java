package dev.dovetail.model;

import dev.dovetail.metadata.Columns;
import dev.dovetail.metadata.InsertPermission;
import dev.dovetail.metadata.ObjectId;
import dev.dovetail.metadata.PermissionCodec;
import dev.dovetail.metadata.PermissionKind;
import dev.dovetail.metadata.PermissionMetadata;
import dev.dovetail.metadata.SelectPermission;
import dev.dovetail.metadata.SourceMetadata;
import dev.dovetail.metadata.TableMetadata;
import dev.dovetail.metadata.UpdatePermission;
import dev.dovetail.name.ColumnName;
import dev.dovetail.name.RoleName;
import dev.dovetail.name.TableName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Resolves permissions to rules, role by role. */
final class PermissionStage {
    private final SourceMetadata source;
    private final Map<TableName, Table> tables;
    private final Faults faults;

    PermissionStage(SourceMetadata source, Map<TableName, Table> tables, Faults faults) {
        this.source = source;
        this.tables = tables;
        this.faults = faults;
    }

    Map<RoleName, TableRules> of(TableMetadata metadata, Table table) {
        var conditions = new ConditionReader(table, tables::get);
        var rules = new HashMap<RoleName, TableRules>();
        each(
                metadata.selectPermissions(),
                PermissionKind.SELECT,
                table,
                PermissionCodec::select,
                each -> {
                    var rule = select(each, table, conditions);
                    return old -> new TableRules(rule, old.insert(), old.update(), old.delete());
                },
                rules);
        each(
                metadata.insertPermissions(),
                PermissionKind.INSERT,
                table,
                PermissionCodec::insert,
                each -> {
                    var rule = insert(each, table, conditions);
                    return old -> new TableRules(old.select(), rule, old.update(), old.delete());
                },
                rules);
        each(
                metadata.updatePermissions(),
                PermissionKind.UPDATE,
                table,
                PermissionCodec::update,
                each -> {
                    var rule = update(each, table, conditions);
                    return old -> new TableRules(old.select(), old.insert(), rule, old.delete());
                },
                rules);
        each(
                metadata.deletePermissions(),
                PermissionKind.DELETE,
                table,
                PermissionCodec::delete,
                each -> {
                    refuseValidation(each.validateInput());
                    var rule = new DeleteRule(conditions.read(each.filter()), each.backendOnly());
                    return old -> new TableRules(old.select(), old.insert(), old.update(), rule);
                },
                rules);
        return rules;
    }

    private <P> void each(
            List<PermissionMetadata<P>> permissions,
            PermissionKind kind,
            Table table,
            Function<P, JsonNode> encode,
            Function<P, Function<TableRules, TableRules>> resolve,
            Map<RoleName, TableRules> rules) {
        for (var each : permissions) {
            try {
                var change = resolve.apply(each.permission());
                rules.put(each.role(), change.apply(rules.getOrDefault(each.role(), TableRules.NONE)));
            } catch (Unresolvable fault) {
                faults.add(
                        new ObjectId.Permission(source.name(), table.name(), each.role(), kind),
                        Definitions.commentedInTable(source.name(), table.name(), PermissionCodec.encode(each, encode)),
                        "in table \"" + table.name().display() + "\": in permission for role \"" + each.role() + "\": "
                                + fault.reason());
            }
        }
    }

    private static SelectRule select(SelectPermission permission, Table table, ConditionReader conditions) {
        return new SelectRule(
                columns(permission.columns(), table, _ -> true),
                computed(permission.computedFields(), table),
                conditions.read(permission.filter()),
                permission.limit(),
                permission.allowAggregations(),
                set(permission.queryRootFields()),
                set(permission.subscriptionRootFields()));
    }

    private static Set<ComputedField> computed(List<String> names, Table table) {
        var fields = new LinkedHashSet<ComputedField>();
        for (var name : names) {
            var field = table.computedFields().get(name);
            if (field == null) {
                throw new Unresolvable("computed field \"" + name + "\" does not exist");
            }
            if (field.returns() instanceof ComputedField.Returns.Rows(var rows)) {
                throw new Unresolvable("select permissions on computed field \"" + name
                        + "\" are auto-derived from the permissions on its returning table \""
                        + rows.name().display() + "\" and cannot be specified manually");
            }
            fields.add(field);
        }
        return fields;
    }

    private static @Nullable Set<String> set(@Nullable List<String> names) {
        return names == null ? null : new LinkedHashSet<>(names);
    }

    /** Without its validation a permission would let through what its author forbids. */
    private static void refuseValidation(@Nullable JsonNode validateInput) {
        if (validateInput != null) {
            throw new Unresolvable("validate_input is not served by this version");
        }
    }

    private static InsertRule insert(InsertPermission permission, Table table, ConditionReader conditions) {
        refuseValidation(permission.validateInput());
        var presets = presets(permission.set(), table);
        return new InsertRule(
                columns(permission.columns(), table, column -> column.insertable() && !presets.containsKey(column)),
                conditions.read(permission.check()),
                presets,
                permission.backendOnly());
    }

    private static UpdateRule update(UpdatePermission permission, Table table, ConditionReader conditions) {
        refuseValidation(permission.validateInput());
        var presets = presets(permission.set(), table);
        var check = permission.check();
        return new UpdateRule(
                columns(permission.columns(), table, column -> column.updatable() && !presets.containsKey(column)),
                conditions.read(permission.filter()),
                check == null || check.isNull() ? null : conditions.read(check),
                presets,
                permission.backendOnly());
    }

    private static SequencedSet<Column> columns(Columns columns, Table table, Predicate<Column> wanted) {
        return switch (columns) {
            case Columns.All() ->
                table.columns().stream().filter(wanted).collect(Collectors.toCollection(LinkedHashSet::new));
            case Columns.Only(var names) -> {
                names.forEach(name -> exists(name, table));
                // Thousands of permissions times hundreds of columns: a list would be searched for most of the time
                var named = new HashSet<>(names);
                yield table.columns().stream()
                        .filter(column -> named.contains(column.name()))
                        .filter(wanted)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
            }
        };
    }

    private static void exists(ColumnName name, Table table) {
        if (table.findColumn(name).isPresent()) {
            return;
        }
        if (table.info().columns().stream().noneMatch(each -> each.name().equals(name))) {
            throw noSuchColumn(name);
        }
    }

    private static SequencedMap<Column, ValueSource> presets(SequencedMap<ColumnName, JsonNode> set, Table table) {
        var presets = new LinkedHashMap<Column, ValueSource>();
        set.forEach((name, value) -> presets.put(preset(name, table), ConditionReader.operand(value)));
        return presets;
    }

    /** A preset is written whether or not clients could name its column. */
    private static Column preset(ColumnName name, Table table) {
        return table.findColumn(name)
                .or(() -> table.info().columns().stream()
                        .filter(each -> each.name().equals(name))
                        .map(each -> new Column(each, name.value(), null, PgTypes.of(each.type()), false))
                        .findFirst())
                .orElseThrow(() -> noSuchColumn(name));
    }

    private static Unresolvable noSuchColumn(ColumnName name) {
        return new Unresolvable("no such column exists: \"" + name + "\"");
    }
}
