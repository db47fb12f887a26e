package dev.dovetail.command;

import static dev.dovetail.command.Refusals.alreadyExists;
import static dev.dovetail.command.Refusals.quoted;
import static dev.dovetail.command.Refusals.refusal;

import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.metadata.Fields;
import dev.dovetail.metadata.Lists;
import dev.dovetail.metadata.Metadata;
import dev.dovetail.metadata.NameCodec;
import dev.dovetail.metadata.ObjectId;
import dev.dovetail.metadata.PermissionCodec;
import dev.dovetail.metadata.PermissionKind;
import dev.dovetail.metadata.PermissionMetadata;
import dev.dovetail.metadata.Removal;
import dev.dovetail.metadata.TableMetadata;
import dev.dovetail.name.RoleName;
import dev.dovetail.name.SourceName;
import dev.dovetail.name.TableName;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Commands on table permissions. The four kinds differ only in the record they carry. */
final class PermissionCommands {
    private PermissionCommands() {}

    /** @param put adds the permission to a table */
    record Create(
            SourceName source, TableName table, RoleName role, PermissionKind kind, UnaryOperator<TableMetadata> put)
            implements Command {
        static Create insert(JsonNode args, Path path) {
            var entry = PermissionCodec.insert(args, path);
            return create(
                    args,
                    path,
                    entry,
                    PermissionKind.INSERT,
                    table -> table.change()
                            .insertPermissions(add(table.insertPermissions(), entry))
                            .done());
        }

        static Create select(JsonNode args, Path path) {
            var entry = PermissionCodec.select(args, path);
            return create(
                    args,
                    path,
                    entry,
                    PermissionKind.SELECT,
                    table -> table.change()
                            .selectPermissions(add(table.selectPermissions(), entry))
                            .done());
        }

        static Create update(JsonNode args, Path path) {
            var entry = PermissionCodec.update(args, path);
            return create(
                    args,
                    path,
                    entry,
                    PermissionKind.UPDATE,
                    table -> table.change()
                            .updatePermissions(add(table.updatePermissions(), entry))
                            .done());
        }

        static Create delete(JsonNode args, Path path) {
            var entry = PermissionCodec.delete(args, path);
            return create(
                    args,
                    path,
                    entry,
                    PermissionKind.DELETE,
                    table -> table.change()
                            .deletePermissions(add(table.deletePermissions(), entry))
                            .done());
        }

        private static Create create(
                JsonNode args,
                Path path,
                PermissionMetadata<?> entry,
                PermissionKind kind,
                UnaryOperator<TableMetadata> put) {
            var fields = Fields.of("WithTable", args, path);
            return new Create(
                    NameCodec.sourceOrDefault(fields),
                    fields.required("table", NameCodec::table),
                    entry.role(),
                    kind,
                    put);
        }

        private static <P> List<PermissionMetadata<P>> add(
                List<PermissionMetadata<P>> permissions, PermissionMetadata<P> entry) {
            return Lists.put(permissions, PermissionMetadata::role, entry);
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            return Lookup.change(metadata, source, table, found -> {
                if (role.isAdmin() || isDefined(found, kind, role)) {
                    throw alreadyExists(kind.wire() + " permission already defined on table " + quoted(table)
                            + " with role " + quoted(role));
                }
                return put.apply(found);
            });
        }

        @Override
        public Verdict verdict() {
            return new Verdict.Subject(new ObjectId.Permission(source, table, role, kind));
        }
    }

    private static boolean isDefined(TableMetadata table, PermissionKind kind, RoleName role) {
        return switch (kind) {
            case INSERT -> isDefined(table.insertPermissions(), role);
            case SELECT -> isDefined(table.selectPermissions(), role);
            case UPDATE -> isDefined(table.updatePermissions(), role);
            case DELETE -> isDefined(table.deletePermissions(), role);
        };
    }

    private static <P> boolean isDefined(List<PermissionMetadata<P>> permissions, RoleName role) {
        return permissions.stream().anyMatch(each -> each.role().equals(role));
    }

    private static void requireDefined(
            Metadata metadata, SourceName source, TableName table, PermissionKind kind, RoleName role) {
        if (isDefined(Lookup.table(metadata, source, table), kind, role)) return;
        throw refusal(
                ErrorCode.PERMISSION_DENIED,
                kind.wire() + " permission on " + quoted(table) + " for role " + quoted(role) + " does not exist");
    }

    record Drop(SourceName source, TableName table, RoleName role, PermissionKind kind) implements Command {
        static Fields.Decoder<Drop> decoder(PermissionKind kind) {
            return (args, path) -> {
                var fields = Fields.of("DropPerm", args, path);
                return new Drop(
                        NameCodec.sourceOrDefault(fields),
                        fields.required("table", NameCodec::table),
                        fields.required("role", NameCodec::role),
                        kind);
            };
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            requireDefined(metadata, source, table, kind, role);
            return Removal.remove(metadata, new ObjectId.Permission(source, table, role, kind));
        }

        @Override
        public Verdict verdict() {
            return new Verdict.NothingNew();
        }
    }

    record SetComment(
            SourceName source,
            TableName table,
            RoleName role,
            PermissionKind kind,
            @Nullable String comment) implements Command {
        static SetComment decode(JsonNode args, Path path) {
            var fields = Fields.of("SetPermComment", args, path);
            return new SetComment(
                    NameCodec.sourceOrDefault(fields),
                    fields.required("table", NameCodec::table),
                    fields.required("role", NameCodec::role),
                    fields.required("type", SetComment::kind),
                    fields.optionalString("comment"));
        }

        private static PermissionKind kind(JsonNode node, Path path) {
            var text = Fields.text(node, path);
            for (var kind : PermissionKind.values()) {
                if (kind.wire().equals(text)) return kind;
            }
            throw Fields.fail(path, "perm_type should be one of 'insert', 'select', 'update', 'delete'");
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            requireDefined(metadata, source, table, kind, role);
            return Lookup.change(metadata, source, table, found -> switch (kind) {
                case INSERT ->
                    found.change()
                            .insertPermissions(commented(found.insertPermissions()))
                            .done();
                case SELECT ->
                    found.change()
                            .selectPermissions(commented(found.selectPermissions()))
                            .done();
                case UPDATE ->
                    found.change()
                            .updatePermissions(commented(found.updatePermissions()))
                            .done();
                case DELETE ->
                    found.change()
                            .deletePermissions(commented(found.deletePermissions()))
                            .done();
            });
        }

        private <P> List<PermissionMetadata<P>> commented(List<PermissionMetadata<P>> permissions) {
            return permissions.stream()
                    .map(each -> each.role().equals(role) ? each.withComment(comment) : each)
                    .toList();
        }

        @Override
        public Verdict verdict() {
            return new Verdict.NothingNew();
        }
    }
}
