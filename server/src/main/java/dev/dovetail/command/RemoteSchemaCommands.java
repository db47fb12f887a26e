package dev.dovetail.command;

import static dev.dovetail.command.Refusals.alreadyExists;
import static dev.dovetail.command.Refusals.notExists;
import static dev.dovetail.command.Refusals.quoted;

import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.graphql.sdl.SdlReader;
import dev.dovetail.metadata.Fields;
import dev.dovetail.metadata.Lists;
import dev.dovetail.metadata.Metadata;
import dev.dovetail.metadata.NameCodec;
import dev.dovetail.metadata.ObjectId;
import dev.dovetail.metadata.RemoteRelationshipCodec;
import dev.dovetail.metadata.RemoteRelationshipMetadata;
import dev.dovetail.metadata.RemoteSchemaCodec;
import dev.dovetail.metadata.RemoteSchemaDefinition;
import dev.dovetail.metadata.RemoteSchemaMetadata;
import dev.dovetail.metadata.RemoteSchemaMetadata.TypeRelationships;
import dev.dovetail.metadata.Removal;
import dev.dovetail.name.RelationshipName;
import dev.dovetail.name.RemoteSchemaName;
import dev.dovetail.name.RoleName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Commands on remote schemas. */
final class RemoteSchemaCommands {
    private RemoteSchemaCommands() {}

    private static RemoteSchemaName name(JsonNode args, Path path) {
        return Fields.of("RemoteSchemaNameQuery", args, path).required("name", NameCodec::remoteSchema);
    }

    record Add(
            RemoteSchemaName name,
            RemoteSchemaDefinition definition,
            @Nullable String comment) implements Command {
        static Add decode(JsonNode args, Path path) {
            var fields = Fields.of("AddRemoteSchemaQuery", args, path);
            return new Add(
                    fields.required("name", NameCodec::remoteSchema),
                    fields.required("definition", RemoteSchemaCodec::definition),
                    fields.optionalString("comment"));
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            if (metadata.remoteSchema(name).isPresent()) {
                throw alreadyExists("remote schema with name " + quoted(name) + " already exists");
            }
            return metadata.withRemoteSchema(new RemoteSchemaMetadata(name, definition, comment, List.of(), List.of()));
        }

        @Override
        public Verdict verdict() {
            return new Verdict.Subject(new ObjectId.RemoteSchema(name));
        }
    }

    record Update(
            RemoteSchemaName name,
            RemoteSchemaDefinition definition,
            @Nullable String comment) implements Command {
        static Update decode(JsonNode args, Path path) {
            var added = Add.decode(args, path);
            return new Update(added.name(), added.definition(), added.comment());
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            var found = metadata.remoteSchema(name)
                    .orElseThrow(() -> notExists("remote schema with name " + quoted(name) + " doesn't exist"));
            return metadata.withRemoteSchema(new RemoteSchemaMetadata(
                    name, definition, comment, found.permissions(), found.remoteRelationships()));
        }

        @Override
        public Verdict verdict() {
            return new Verdict.Subject(new ObjectId.RemoteSchema(name));
        }
    }

    record Remove(RemoteSchemaName name) implements Command {
        static Remove decode(JsonNode args, Path path) {
            return new Remove(RemoteSchemaCommands.name(args, path));
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            if (metadata.remoteSchema(name).isEmpty()) throw notExists("no such remote schema");
            return Removal.remove(metadata, new ObjectId.RemoteSchema(name));
        }

        @Override
        public Verdict verdict() {
            return new Verdict.Dependents(false);
        }
    }

    record Reload(RemoteSchemaName name) implements Command {
        static Reload decode(JsonNode args, Path path) {
            return new Reload(RemoteSchemaCommands.name(args, path));
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            if (metadata.remoteSchema(name).isEmpty()) {
                throw notExists("remote schema with name " + quoted(name) + " does not exist");
            }
            return metadata;
        }

        @Override
        public Verdict verdict() {
            return new Verdict.NothingNew();
        }

        @Override
        public Set<RemoteSchemaName> rereadRemoteSchemas(Metadata after) {
            return Set.of(name);
        }
    }

    record AddPermission(RemoteSchemaName schema, RemoteSchemaMetadata.Permission permission) implements Command {
        static AddPermission decode(JsonNode args, Path path) {
            var fields = Fields.of("AddRemoteSchemaPermission", args, path);
            return new AddPermission(
                    fields.required("remote_schema", NameCodec::remoteSchema),
                    RemoteSchemaCodec.permission(args, path));
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            if (!facts.permitsRemotes()) {
                throw Refusals.refusal(
                        ErrorCode.CONSTRAINT_VIOLATION,
                        "remote schema permissions can only be added when "
                                + "remote schema permissions are enabled in the graphql-engine");
            }
            var found = require(metadata, schema);
            if (found.permissions().stream().anyMatch(each -> each.role().equals(permission.role()))) {
                throw alreadyExists("permissions for role: " + quoted(permission.role()) + " for remote schema:"
                        + quoted(schema) + " already exists");
            }
            SdlReader.definitions(permission.schema());
            if (permission.role().isAdmin()) {
                throw Refusals.refusal(ErrorCode.CONSTRAINT_VIOLATION, "cannot define permission for admin role");
            }
            var permissions = new ArrayList<>(found.permissions());
            permissions.addFirst(permission);
            return metadata.withRemoteSchema(found.withPermissions(permissions));
        }

        @Override
        public Verdict verdict() {
            return new Verdict.Subject(new ObjectId.RemoteSchemaPermission(schema, permission.role()));
        }
    }

    private static RemoteSchemaMetadata require(Metadata metadata, RemoteSchemaName schema) {
        return metadata.remoteSchema(schema)
                .orElseThrow(() -> notExists("remote schema " + quoted(schema) + " doesn't exist"));
    }

    record DropPermission(RemoteSchemaName schema, RoleName role) implements Command {
        static DropPermission decode(JsonNode args, Path path) {
            var fields = Fields.of("DropRemoteSchemaPermissions", args, path);
            return new DropPermission(
                    fields.required("remote_schema", NameCodec::remoteSchema),
                    fields.required("role", NameCodec::role));
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            var isThere = require(metadata, schema).permissions().stream()
                    .anyMatch(each -> each.role().equals(role));
            if (!isThere) {
                throw notExists("permissions for role: " + quoted(role) + " for remote schema:" + quoted(schema)
                        + " doesn't exist");
            }
            return Removal.remove(metadata, new ObjectId.RemoteSchemaPermission(schema, role));
        }

        @Override
        public Verdict verdict() {
            return new Verdict.NothingNew();
        }
    }

    /** @param update whether it must be there already */
    record PutRelationship(
            RemoteSchemaName schema, String typeName, RemoteRelationshipMetadata relationship, boolean update)
            implements Command {
        static PutRelationship create(JsonNode args, Path path) {
            return decode(args, path, false);
        }

        static PutRelationship update(JsonNode args, Path path) {
            return decode(args, path, true);
        }

        private static PutRelationship decode(JsonNode args, Path path, boolean update) {
            var fields = Fields.of("CreateRemoteSchemaRemoteRelationship", args, path);
            return new PutRelationship(
                    fields.required("remote_schema", NameCodec::remoteSchema),
                    fields.required("type_name", NameCodec::graphqlName),
                    new RemoteRelationshipMetadata(
                            fields.required("name", NameCodec::relationship),
                            fields.required("definition", RemoteRelationshipCodec::strict),
                            fields.flag(RemoteRelationshipCodec.PARTIAL, false)),
                    update);
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            var found = require(metadata, schema);
            var name = relationship.name();
            if (update) requireRelationship(found, typeName, name);
            var before = found.remoteRelationships().stream()
                    .filter(each -> each.typeName().equals(typeName))
                    .findFirst()
                    .map(TypeRelationships::relationships)
                    .orElse(List.of());
            var after =
                    new TypeRelationships(typeName, Lists.put(before, RemoteRelationshipMetadata::name, relationship));
            return metadata.withRemoteSchema(found.withRemoteRelationships(
                    Lists.put(found.remoteRelationships(), TypeRelationships::typeName, after)));
        }

        @Override
        public Verdict verdict() {
            return new Verdict.Subject(new ObjectId.RemoteSchemaRelationship(schema, typeName, relationship.name()));
        }
    }

    private static void requireRelationship(RemoteSchemaMetadata schema, String typeName, RelationshipName name) {
        var isThere = schema.remoteRelationships().stream()
                .filter(each -> each.typeName().equals(typeName))
                .flatMap(each -> each.relationships().stream())
                .anyMatch(each -> each.name().equals(name));
        if (!isThere) {
            throw notExists(
                    "no relationship defined on remote schema " + quoted(schema.name()) + " with name " + quoted(name));
        }
    }

    record DeleteRelationship(RemoteSchemaName schema, String typeName, RelationshipName name) implements Command {
        static DeleteRelationship decode(JsonNode args, Path path) {
            var fields = Fields.of("DeleteRemoteSchemaRemoteRelationship", args, path);
            return new DeleteRelationship(
                    fields.required("remote_schema", NameCodec::remoteSchema),
                    fields.required("type_name", NameCodec::graphqlName),
                    fields.required("name", NameCodec::relationship));
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            requireRelationship(require(metadata, schema), typeName, name);
            return Removal.remove(metadata, new ObjectId.RemoteSchemaRelationship(schema, typeName, name));
        }

        @Override
        public Verdict verdict() {
            return new Verdict.NothingNew();
        }
    }
}
