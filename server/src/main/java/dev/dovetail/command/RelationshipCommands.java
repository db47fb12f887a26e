package dev.dovetail.command;

import static dev.dovetail.command.Refusals.alreadyExists;
import static dev.dovetail.command.Refusals.quoted;

import dev.dovetail.error.Path;
import dev.dovetail.metadata.ComputedFieldMetadata;
import dev.dovetail.metadata.Fields;
import dev.dovetail.metadata.Lists;
import dev.dovetail.metadata.Metadata;
import dev.dovetail.metadata.NameCodec;
import dev.dovetail.metadata.ObjectId;
import dev.dovetail.metadata.RelationshipCodec;
import dev.dovetail.metadata.RelationshipMetadata;
import dev.dovetail.metadata.RelationshipType;
import dev.dovetail.metadata.RemoteRelationshipMetadata;
import dev.dovetail.metadata.Removal;
import dev.dovetail.metadata.TableMetadata;
import dev.dovetail.name.ColumnName;
import dev.dovetail.name.RelationshipName;
import dev.dovetail.name.SourceName;
import dev.dovetail.name.TableName;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Commands on relationships inside a source. */
final class RelationshipCommands {
    private RelationshipCommands() {}

    /** Whether the table has a field of that name already: a column, a relationship, a computed field. */
    static boolean hasField(TableMetadata table, SourceName source, RelationshipName name, Facts facts) {
        return facts.hasColumn(source, table.table(), new ColumnName(name.value()))
                || Stream.of(
                                table.objectRelationships().stream().map(RelationshipMetadata::name),
                                table.arrayRelationships().stream().map(RelationshipMetadata::name),
                                table.remoteRelationships().stream().map(RemoteRelationshipMetadata::name),
                                table.computedFields().stream()
                                        .map(ComputedFieldMetadata::name)
                                        .map(RelationshipName::new))
                        .flatMap(each -> each)
                        .anyMatch(name::equals);
    }

    record Create(SourceName source, TableName table, RelationshipType kind, RelationshipMetadata relationship)
            implements Command {
        static Create decodeObject(JsonNode args, Path path) {
            return decode(args, path, RelationshipType.OBJECT, RelationshipCodec::object);
        }

        static Create decodeArray(JsonNode args, Path path) {
            return decode(args, path, RelationshipType.ARRAY, RelationshipCodec::array);
        }

        private static Create decode(
                JsonNode args, Path path, RelationshipType kind, Fields.Decoder<RelationshipMetadata> decoder) {
            var fields = Fields.of("WithTable", args, path);
            return new Create(
                    NameCodec.sourceOrDefault(fields),
                    fields.required("table", NameCodec::table),
                    kind,
                    decoder.decode(args, path));
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            return Lookup.change(metadata, source, table, found -> {
                if (hasField(found, source, relationship.name(), facts)) {
                    throw alreadyExists("field with name " + quoted(relationship.name()) + " already exists in table "
                            + quoted(table));
                }
                return put(found, kind, relationship);
            });
        }

        @Override
        public Verdict verdict() {
            return new Verdict.Subject(new ObjectId.Relationship(source, table, relationship.name(), kind));
        }
    }

    private static TableMetadata put(TableMetadata table, RelationshipType kind, RelationshipMetadata relationship) {
        return switch (kind) {
            case OBJECT ->
                table.change()
                        .objectRelationships(
                                Lists.put(table.objectRelationships(), RelationshipMetadata::name, relationship))
                        .done();
            case ARRAY ->
                table.change()
                        .arrayRelationships(
                                Lists.put(table.arrayRelationships(), RelationshipMetadata::name, relationship))
                        .done();
        };
    }

    /** Changes a relationship of either kind in its place. */
    private static TableMetadata map(
            TableMetadata table, RelationshipName name, UnaryOperator<RelationshipMetadata> change) {
        UnaryOperator<RelationshipMetadata> one = each -> each.name().equals(name) ? change.apply(each) : each;
        return table.change()
                .objectRelationships(
                        table.objectRelationships().stream().map(one).toList())
                .arrayRelationships(table.arrayRelationships().stream().map(one).toList())
                .done();
    }

    record Drop(SourceName source, TableName table, RelationshipName name, boolean cascade) implements Command {
        static Drop decode(JsonNode args, Path path) {
            var fields = Fields.of("DropRel", args, path);
            return new Drop(
                    NameCodec.sourceOrDefault(fields),
                    fields.required("table", NameCodec::table),
                    fields.required("relationship", NameCodec::relationship),
                    fields.flag("cascade", false));
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            var kind = Lookup.relationship(Lookup.table(metadata, source, table), name);
            return Removal.remove(metadata, new ObjectId.Relationship(source, table, name, kind));
        }

        @Override
        public Verdict verdict() {
            return new Verdict.Dependents(cascade);
        }
    }

    record SetComment(
            SourceName source,
            TableName table,
            RelationshipName name,
            @Nullable String comment) implements Command {
        static SetComment decode(JsonNode args, Path path) {
            var fields = Fields.of("SetRelComment", args, path);
            return new SetComment(
                    NameCodec.sourceOrDefault(fields),
                    fields.required("table", NameCodec::table),
                    fields.required("relationship", NameCodec::relationship),
                    fields.optionalString("comment"));
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            Lookup.relationship(Lookup.table(metadata, source, table), name);
            return Lookup.change(
                    metadata,
                    source,
                    table,
                    found -> map(found, name, each -> new RelationshipMetadata(each.name(), each.using(), comment)));
        }

        @Override
        public Verdict verdict() {
            return new Verdict.NothingNew();
        }
    }

    /** Renames the relationship; permissions that reach through it follow. */
    record Rename(SourceName source, TableName table, RelationshipName name, RelationshipName newName)
            implements Command {
        static Rename decode(JsonNode args, Path path) {
            var fields = Fields.of("RenameRel", args, path);
            return new Rename(
                    NameCodec.sourceOrDefault(fields),
                    fields.required("table", NameCodec::table),
                    fields.required("name", NameCodec::relationship),
                    fields.required("new_name", NameCodec::relationship));
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            var before = Lookup.table(metadata, source, table);
            Lookup.relationship(before, name);
            if (hasField(before, source, newName, facts)) {
                throw alreadyExists("cannot rename relationship " + quoted(name) + " to " + quoted(newName)
                        + " in table " + quoted(table) + " as a column/relationship with the name already exists");
            }
            var renamed = Lookup.change(
                    metadata,
                    source,
                    table,
                    found -> map(found, name, each -> new RelationshipMetadata(newName, each.using(), each.comment())));
            return FilterRename.field(renamed, facts, source, table, name.value(), newName.value());
        }

        @Override
        public Verdict verdict() {
            return new Verdict.NothingNew();
        }
    }
}
