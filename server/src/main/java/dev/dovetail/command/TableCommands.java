package dev.dovetail.command;

import static dev.dovetail.command.Refusals.quoted;
import static dev.dovetail.command.Refusals.refusal;

import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.metadata.Fields;
import dev.dovetail.metadata.Metadata;
import dev.dovetail.metadata.NameCodec;
import dev.dovetail.metadata.ObjectId;
import dev.dovetail.metadata.Removal;
import dev.dovetail.metadata.TableConfiguration;
import dev.dovetail.metadata.TableConfigurationCodec;
import dev.dovetail.metadata.TableMetadata;
import dev.dovetail.name.FunctionName;
import dev.dovetail.name.SourceName;
import dev.dovetail.name.TableName;
import java.util.LinkedHashMap;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Commands on tracked tables and views. */
final class TableCommands {
    private TableCommands() {}

    record Track(SourceName source, TableMetadata table) implements Command {
        static Track decode(JsonNode args, Path path) {
            if (!args.has("table")) {
                return new Track(SourceName.DEFAULT, TableMetadata.of(NameCodec.table(args, path)));
            }
            var fields = Fields.of("TrackTable", args, path);
            var source = NameCodec.sourceOrDefault(fields);
            var configuration = fields.optional("configuration", TableConfigurationCodec::decode);
            var table = TableMetadata.of(fields.required("table", NameCodec::table))
                    .change()
                    .isEnum(fields.flag("is_enum", false))
                    .configuration(configuration == null ? TableConfiguration.none() : configuration);
            return new Track(
                    source,
                    table.rest(Kept.of(fields, "apollo_federation_config", "logical_model"))
                            .done());
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            var found = Lookup.source(metadata, source);
            var name = table.table();
            if (found.table(name).isPresent()) {
                throw refusal(ErrorCode.ALREADY_TRACKED, "view/table already tracked: " + quoted(name));
            }
            if (found.function(new FunctionName(name.schema(), name.name())).isPresent()) {
                throw refusal(ErrorCode.NOT_SUPPORTED, "function with name " + quoted(name) + " already exists");
            }
            return metadata.withSource(found.withTable(table));
        }

        @Override
        public Verdict verdict() {
            return new Verdict.Subject(new ObjectId.Table(source, table.table()));
        }

        @Override
        public Set<SourceName> rereadSources(Metadata after) {
            return Set.of(source);
        }
    }

    record Untrack(SourceName source, TableName table, boolean cascade) implements Command {
        static Untrack decode(JsonNode args, Path path) {
            if (!args.has("table")) return new Untrack(SourceName.DEFAULT, NameCodec.table(args, path), false);
            var fields = Fields.of("UntrackTable", args, path);
            return new Untrack(
                    NameCodec.sourceOrDefault(fields),
                    fields.required("table", NameCodec::table),
                    fields.flag("cascade", false));
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            if (metadata.source(source).flatMap(found -> found.table(table)).isEmpty()) {
                throw refusal(ErrorCode.ALREADY_UNTRACKED, "view/table already untracked: " + quoted(table));
            }
            return Removal.remove(metadata, new ObjectId.Table(source, table));
        }

        @Override
        public Verdict verdict() {
            return new Verdict.Dependents(cascade);
        }
    }

    record SetCustomization(SourceName source, TableName table, TableConfiguration configuration) implements Command {
        static SetCustomization decode(JsonNode args, Path path) {
            var fields = Fields.of("SetTableCustomization", args, path);
            return new SetCustomization(
                    NameCodec.sourceOrDefault(fields),
                    fields.required("table", NameCodec::table),
                    fields.required("configuration", TableConfigurationCodec::decode));
        }

        /** The older form: custom_root_fields and custom_column_names beside the table. */
        static SetCustomization decodeCustomFields(JsonNode args, Path path) {
            var fields = Fields.of("SetTableCustomFields", args, path);
            var root = fields.optional("custom_root_fields", TableConfigurationCodec::rootFields);
            return new SetCustomization(
                    NameCodec.sourceOrDefault(fields),
                    fields.required("table", NameCodec::table),
                    new TableConfiguration(
                            null,
                            null,
                            root == null ? new LinkedHashMap<>() : root,
                            TableConfigurationCodec.columnNames(
                                    fields.map("custom_column_names", NameCodec::graphqlName)),
                            false,
                            TableConfiguration.none().rest()));
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            return Lookup.change(
                    metadata,
                    source,
                    table,
                    found -> found.change().configuration(configuration).done());
        }

        @Override
        public Verdict verdict() {
            return new Verdict.Subject(new ObjectId.Table(source, table));
        }
    }

    record SetIsEnum(SourceName source, TableName table, boolean isEnum) implements Command {
        static SetIsEnum decode(JsonNode args, Path path) {
            var fields = Fields.of("SetTableIsEnum", args, path);
            fields.required("is_enum");
            return new SetIsEnum(
                    NameCodec.sourceOrDefault(fields),
                    fields.required("table", NameCodec::table),
                    fields.flag("is_enum", false));
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            return Lookup.change(
                    metadata,
                    source,
                    table,
                    found -> found.change().isEnum(isEnum).done());
        }

        @Override
        public Verdict verdict() {
            return new Verdict.Subject(new ObjectId.Table(source, table));
        }

        @Override
        public Set<SourceName> rereadSources(Metadata after) {
            return Set.of(source);
        }
    }

    record SetApolloFederation(SourceName source, TableName table, JsonNode configuration) implements Command {
        static SetApolloFederation decode(JsonNode args, Path path) {
            var fields = Fields.of("SetApolloFederationConfig", args, path);
            return new SetApolloFederation(
                    NameCodec.sourceOrDefault(fields),
                    fields.required("table", NameCodec::table),
                    fields.required("apollo_federation_config"));
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            return Lookup.change(
                    metadata,
                    source,
                    table,
                    found -> found.change()
                            .rest(Kept.with(found.rest(), "apollo_federation_config", configuration))
                            .done());
        }

        @Override
        public Verdict verdict() {
            return new Verdict.Subject(new ObjectId.Table(source, table));
        }
    }
}
