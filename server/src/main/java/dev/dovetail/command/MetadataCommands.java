package dev.dovetail.command;

import static dev.dovetail.command.Refusals.notExists;
import static dev.dovetail.command.Refusals.quoted;
import static dev.dovetail.command.Refusals.refusal;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.metadata.Fields;
import dev.dovetail.metadata.Metadata;
import dev.dovetail.metadata.MetadataCodec;
import dev.dovetail.metadata.NameCodec;
import dev.dovetail.metadata.RemoteSchemaMetadata;
import dev.dovetail.metadata.Removal;
import dev.dovetail.metadata.SourceMetadata;
import dev.dovetail.name.RemoteSchemaName;
import dev.dovetail.name.SourceName;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Commands on the metadata as a whole. */
final class MetadataCommands {
    private MetadataCommands() {}

    private static Set<SourceName> sources(Metadata metadata) {
        return metadata.sources().stream().map(SourceMetadata::name).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<RemoteSchemaName> remoteSchemas(Metadata metadata) {
        return metadata.remoteSchemas().stream()
                .map(RemoteSchemaMetadata::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @param detailed whether the answer tells about consistency (version 2) or only of success */
    record Replace(JsonNode given, Path path, boolean allowInconsistent, boolean allowWarnings, boolean detailed)
            implements Command {
        /** Version 1 takes the metadata itself, version 2 puts it beside its options; the shape tells them apart. */
        static Replace decode(JsonNode args, Path path) {
            var fields = Fields.of("ReplaceMetadata", args, path);
            return fields.has("metadata") ? second(args, path) : new Replace(args, path, false, true, false);
        }

        static Replace second(JsonNode args, Path path) {
            var fields = Fields.of("ReplaceMetadataV2", args, path);
            return new Replace(
                    fields.required("metadata"),
                    fields.path("metadata"),
                    fields.flag("allow_inconsistent_metadata", false),
                    fields.flag("allow_warnings", true),
                    true);
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            var version = given.path("version").asInt(1);
            if (version == MetadataCodec.VERSION) return MetadataCodec.decode(given, Path.ROOT);
            return OlderMetadata.decode(given, metadata);
        }

        @Override
        public boolean standsAlone() {
            return true;
        }

        @Override
        public Verdict verdict() {
            return allowInconsistent ? new Verdict.Anything() : new Verdict.Consistent();
        }

        @Override
        public Set<SourceName> rereadSources(Metadata after) {
            return sources(after);
        }

        @Override
        public JsonNode answer(Metadata before, Candidate after) {
            if (!allowWarnings && !after.warnings().isEmpty()) {
                var warnings = Json.array();
                after.warnings().forEach(each -> warnings.add(Answers.warning(each)));
                throw new ApiException(
                        ErrorCode.METADATA_WARNINGS, Path.ROOT, "failed due to metadata warnings", warnings);
            }
            return detailed ? Answers.consistency(after) : Answers.success(after.warnings());
        }
    }

    /** The default source keeps its connection. */
    record Clear() implements Command {
        static Clear decode(JsonNode args, Path path) {
            return new Clear();
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            return Metadata.empty()
                    .withSources(metadata.source(SourceName.DEFAULT)
                            .map(source -> source.isPostgres()
                                    ? SourceMetadata.postgres(source.name(), source.configuration())
                                    : source)
                            .map(List::of)
                            .orElse(List.of()));
        }

        @Override
        public boolean standsAlone() {
            return true;
        }

        @Override
        public Verdict verdict() {
            return new Verdict.NothingNew();
        }
    }

    /** @param sources null: all */
    record Reload(
            @Nullable List<SourceName> sources, @Nullable List<RemoteSchemaName> remoteSchemas) implements Command {
        static Reload decode(JsonNode args, Path path) {
            var fields = Fields.of("ReloadMetadata", args, path);
            return new Reload(
                    names(fields, "reload_sources", NameCodec::source),
                    names(fields, "reload_remote_schemas", NameCodec::remoteSchema));
        }

        private static <T> @Nullable List<T> names(Fields fields, String key, Fields.Decoder<T> decoder) {
            var given = fields.optional(key);
            if (given == null) return null;
            if (given.isBoolean()) return given.booleanValue() ? null : List.of();
            return fields.list(key, decoder);
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            for (var name : remoteSchemas == null ? List.<RemoteSchemaName>of() : remoteSchemas) {
                if (metadata.remoteSchema(name).isEmpty()) {
                    throw notExists("Remote schema with name " + quoted(name) + " not found in metadata");
                }
            }
            for (var name : sources == null ? List.<SourceName>of() : sources) {
                if (metadata.source(name).isEmpty()) {
                    throw notExists("Source with name " + quoted(name) + " not found in metadata");
                }
            }
            return metadata;
        }

        @Override
        public boolean standsAlone() {
            return true;
        }

        @Override
        public Verdict verdict() {
            return new Verdict.Anything();
        }

        @Override
        public Set<SourceName> rereadSources(Metadata after) {
            return sources == null ? MetadataCommands.sources(after) : Set.copyOf(sources);
        }

        @Override
        public Set<RemoteSchemaName> rereadRemoteSchemas(Metadata after) {
            return remoteSchemas == null ? MetadataCommands.remoteSchemas(after) : Set.copyOf(remoteSchemas);
        }

        @Override
        public JsonNode answer(Metadata before, Candidate after) {
            var faults = after.inconsistencies();
            var answer = Answers.success().put("is_consistent", faults.isEmpty());
            if (!faults.isEmpty()) answer.set("inconsistent_objects", Answers.faults(faults));
            return answer;
        }
    }

    record DropInconsistent() implements Command {
        static DropInconsistent decode(JsonNode args, Path path) {
            return new DropInconsistent();
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            var dropped = metadata;
            for (var fault : facts.inconsistencies()) dropped = Removal.remove(dropped, fault.object());
            return dropped;
        }

        @Override
        public boolean standsAlone() {
            return true;
        }

        @Override
        public Verdict verdict() {
            return new Verdict.NothingNew();
        }
    }

    static ApiException withoutDefaultSource() {
        return refusal(
                ErrorCode.NOT_SUPPORTED, "cannot import metadata without sources since no default source is defined");
    }
}
