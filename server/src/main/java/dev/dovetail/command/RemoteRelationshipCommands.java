package dev.dovetail.command;

import static dev.dovetail.command.Refusals.notExists;
import static dev.dovetail.command.Refusals.quoted;

import dev.dovetail.error.Path;
import dev.dovetail.metadata.Fields;
import dev.dovetail.metadata.Lists;
import dev.dovetail.metadata.Metadata;
import dev.dovetail.metadata.NameCodec;
import dev.dovetail.metadata.ObjectId;
import dev.dovetail.metadata.RemoteRelationshipCodec;
import dev.dovetail.metadata.RemoteRelationshipDefinition;
import dev.dovetail.metadata.RemoteRelationshipMetadata;
import dev.dovetail.metadata.Removal;
import dev.dovetail.metadata.TableMetadata;
import dev.dovetail.name.RelationshipName;
import dev.dovetail.name.SourceName;
import dev.dovetail.name.TableName;
import tools.jackson.databind.JsonNode;

/** Commands on the remote relationships of tables. */
final class RemoteRelationshipCommands {
    private RemoteRelationshipCommands() {}

    /** @param update whether it must be there already; creating one that is there replaces it, as in the reference */
    record Put(SourceName source, TableName table, RemoteRelationshipMetadata relationship, boolean update)
            implements Command {
        static Put create(JsonNode args, Path path) {
            return decode(args, path, false);
        }

        static Put update(JsonNode args, Path path) {
            return decode(args, path, true);
        }

        private static Put decode(JsonNode args, Path path, boolean update) {
            var fields = Fields.of("CreateFromSourceRelationship", args, path);
            return new Put(
                    NameCodec.sourceOrDefault(fields),
                    fields.required("table", NameCodec::table),
                    new RemoteRelationshipMetadata(
                            fields.required("name", NameCodec::relationship),
                            definition(fields, args, path),
                            fields.flag(RemoteRelationshipCodec.PARTIAL, false)),
                    update);
        }

        private static RemoteRelationshipDefinition definition(Fields fields, JsonNode args, Path path) {
            if (fields.has("remote_schema") == fields.has("definition")) {
                throw Fields.fail(path, "create_remote_relationship expects exactly one of: remote_schema, definition");
            }
            return fields.has("remote_schema")
                    ? RemoteRelationshipCodec.legacy(args, path)
                    : fields.required("definition", RemoteRelationshipCodec::strict);
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            return Lookup.change(metadata, source, table, found -> {
                if (update) require(found, relationship.name());
                return found.change()
                        .remoteRelationships(
                                Lists.put(found.remoteRelationships(), RemoteRelationshipMetadata::name, relationship))
                        .done();
            });
        }

        @Override
        public Verdict verdict() {
            return new Verdict.Subject(new ObjectId.RemoteRelationship(source, table, relationship.name()));
        }
    }

    private static void require(TableMetadata table, RelationshipName name) {
        var found = table.remoteRelationships().stream()
                .anyMatch(each -> each.name().equals(name));
        if (!found) throw notExists(quoted(name) + " does not exist");
    }

    record Delete(SourceName source, TableName table, RelationshipName name) implements Command {
        static Delete decode(JsonNode args, Path path) {
            var fields = Fields.of("DeleteFromSourceRelationship", args, path);
            return new Delete(
                    NameCodec.sourceOrDefault(fields),
                    fields.required("table", NameCodec::table),
                    fields.required("name", NameCodec::relationship));
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            require(Lookup.table(metadata, source, table), name);
            return Removal.remove(metadata, new ObjectId.RemoteRelationship(source, table, name));
        }

        @Override
        public Verdict verdict() {
            return new Verdict.NothingNew();
        }
    }
}
