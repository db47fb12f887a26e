package dev.dovetail.command;

import static dev.dovetail.command.Refusals.alreadyExists;
import static dev.dovetail.command.Refusals.notExists;
import static dev.dovetail.command.Refusals.quoted;

import dev.dovetail.error.Path;
import dev.dovetail.metadata.ConfigurationCodec;
import dev.dovetail.metadata.Fields;
import dev.dovetail.metadata.Metadata;
import dev.dovetail.metadata.NameCodec;
import dev.dovetail.metadata.ObjectId;
import dev.dovetail.metadata.Removal;
import dev.dovetail.metadata.SourceCodec;
import dev.dovetail.metadata.SourceConfiguration;
import dev.dovetail.metadata.SourceCustomization;
import dev.dovetail.metadata.SourceMetadata;
import dev.dovetail.name.SourceName;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Commands on sources. */
final class SourceCommands {
    private SourceCommands() {}

    record Add(SourceMetadata source, boolean replaceConfiguration) implements Command {
        static Add decode(JsonNode args, Path path) {
            var fields = Fields.of("AddSource", args, path);
            var customization = fields.optional("customization", SourceCodec::customization);
            return new Add(
                    SourceMetadata.postgres(
                                    fields.required("name", NameCodec::source),
                                    fields.required("configuration", ConfigurationCodec::decode))
                            .withCustomization(customization == null ? SourceCustomization.none() : customization)
                            .withRest(Kept.of(fields, "health_check")),
                    fields.flag("replace_configuration", false));
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            var found = metadata.source(source.name());
            if (found.isEmpty()) return metadata.withSource(source);
            if (!replaceConfiguration) {
                throw alreadyExists("source with name " + quoted(source.name()) + " already exists");
            }
            return metadata.withSource(
                    found.get().withConfiguration(source.configuration()).withCustomization(source.customization()));
        }

        @Override
        public Verdict verdict() {
            return new Verdict.Subject(new ObjectId.Source(source.name()));
        }

        @Override
        public Set<SourceName> rereadSources(Metadata after) {
            return Set.of(source.name());
        }
    }

    record Update(
            SourceName name,
            @Nullable SourceConfiguration configuration,
            @Nullable SourceCustomization customization,
            ObjectNode kept)
            implements Command {
        static Update decode(JsonNode args, Path path) {
            var fields = Fields.of("UpdateSource", args, path);
            return new Update(
                    fields.required("name", NameCodec::source),
                    fields.optional("configuration", ConfigurationCodec::decode),
                    fields.optional("customization", SourceCodec::customization),
                    Kept.of(fields, "health_check"));
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            var changed = Lookup.source(metadata, name);
            if (configuration != null) changed = changed.withConfiguration(configuration);
            if (customization != null) changed = changed.withCustomization(customization);
            var rest = changed.rest();
            for (var entry : kept.properties()) rest = Kept.with(rest, entry.getKey(), entry.getValue());
            return metadata.withSource(changed.withRest(rest));
        }

        @Override
        public Verdict verdict() {
            return new Verdict.Subject(new ObjectId.Source(name));
        }
    }

    record Drop(SourceName name, boolean cascade) implements Command {
        static Drop decode(JsonNode args, Path path) {
            var fields = Fields.of("DropSource", args, path);
            return new Drop(fields.required("name", NameCodec::source), fields.flag("cascade", false));
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            Lookup.source(metadata, name);
            return Removal.remove(metadata, new ObjectId.Source(name));
        }

        @Override
        public Verdict verdict() {
            return new Verdict.Dependents(cascade);
        }
    }

    record Rename(SourceName name, SourceName newName) implements Command {
        static Rename decode(JsonNode args, Path path) {
            var fields = Fields.of("RenameSource", args, path);
            return new Rename(
                    fields.required("name", NameCodec::source), fields.required("new_name", NameCodec::source));
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            var found = metadata.source(name)
                    .orElseThrow(() -> notExists("Could not find source with name " + quoted(name)));
            if (metadata.source(newName).isPresent()) {
                throw alreadyExists("Source with name " + quoted(newName) + " already exists");
            }
            return Removal.remove(metadata, new ObjectId.Source(name)).withSource(found.withName(newName));
        }

        @Override
        public Verdict verdict() {
            return new Verdict.Subject(new ObjectId.Source(newName));
        }
    }
}
