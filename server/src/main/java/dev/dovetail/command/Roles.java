package dev.dovetail.command;

import dev.dovetail.error.Path;
import dev.dovetail.metadata.Fields;
import dev.dovetail.metadata.Metadata;
import dev.dovetail.metadata.NameCodec;
import dev.dovetail.metadata.Out;
import dev.dovetail.metadata.PermissionMetadata;
import dev.dovetail.metadata.TableMetadata;
import dev.dovetail.name.RoleName;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The roles that the metadata names, and on how much each has a permission. Nobody declares a role but the inherited.
 */
final class Roles {
    private static final List<String> KINDS = List.of("tables", "functions", "actions", "remote_schemas");

    private final SequencedMap<String, SequencedMap<String, Integer>> counts = new TreeMap<>();
    private final SequencedMap<String, List<RoleName>> inherited = new LinkedHashMap<>();

    private Roles() {}

    static Question decode(JsonNode args, Path path) {
        Fields.of("ListRoles", args, path);
        return state -> {
            var roles = of(state.metadata());
            var list = Out.object()
                    .fullList("roles", List.copyOf(roles.counts.keySet()), roles::row)
                    .done();
            return Window.version(state).setAll(list);
        };
    }

    static Roles of(Metadata metadata) {
        var roles = new Roles();
        for (var role : metadata.inheritedRoles()) {
            roles.counts(role.roleName());
            role.roleSet().forEach(roles::counts);
            roles.inherited.put(role.roleName().value(), role.roleSet());
        }
        for (var source : metadata.sources()) {
            source.tables().forEach(each -> onTable(each).forEach(role -> roles.count(role, "tables")));
            source.functions()
                    .forEach(each -> each.permissions().forEach(permission -> roles.count(permission, "functions")));
        }
        metadata.actions().forEach(each -> each.permissions().forEach(entry -> roles.count(entry.role(), "actions")));
        metadata.remoteSchemas()
                .forEach(each -> each.permissions().forEach(entry -> roles.count(entry.role(), "remote_schemas")));
        return roles;
    }

    int size() {
        return counts.size();
    }

    private static Set<RoleName> onTable(TableMetadata table) {
        var roles = new HashSet<RoleName>();
        Stream.of(
                        table.selectPermissions().stream().map(PermissionMetadata::role),
                        table.insertPermissions().stream().map(PermissionMetadata::role),
                        table.updatePermissions().stream().map(PermissionMetadata::role),
                        table.deletePermissions().stream().map(PermissionMetadata::role))
                .forEach(each -> each.forEach(roles::add));
        return roles;
    }

    private SequencedMap<String, Integer> counts(RoleName role) {
        return counts.computeIfAbsent(role.value(), _ -> {
            var none = new LinkedHashMap<String, Integer>();
            KINDS.forEach(kind -> none.put(kind, 0));
            return none;
        });
    }

    private void count(RoleName role, String kind) {
        counts(role).merge(kind, 1, Integer::sum);
    }

    private JsonNode row(String role) {
        var out = Out.object().put("name", role);
        counts.getOrDefault(role, new LinkedHashMap<>()).forEach(out::put);
        return out.list("role_set", sorted(inherited.getOrDefault(role, List.of())), NameCodec::text)
                .done();
    }

    private static List<RoleName> sorted(List<RoleName> roles) {
        return roles.stream().sorted(Comparator.comparing(RoleName::value)).toList();
    }
}
