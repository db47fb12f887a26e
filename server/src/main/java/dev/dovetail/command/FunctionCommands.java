package dev.dovetail.command;

import static dev.dovetail.command.Refusals.alreadyExists;
import static dev.dovetail.command.Refusals.at;
import static dev.dovetail.command.Refusals.notExists;
import static dev.dovetail.command.Refusals.quoted;
import static dev.dovetail.command.Refusals.refusal;
import static dev.dovetail.command.Refusals.under;

import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.metadata.ComputedFieldMetadata;
import dev.dovetail.metadata.Fields;
import dev.dovetail.metadata.FunctionCodec;
import dev.dovetail.metadata.FunctionMetadata;
import dev.dovetail.metadata.Lists;
import dev.dovetail.metadata.Metadata;
import dev.dovetail.metadata.NameCodec;
import dev.dovetail.metadata.ObjectId;
import dev.dovetail.metadata.Removal;
import dev.dovetail.name.FunctionName;
import dev.dovetail.name.RoleName;
import dev.dovetail.name.SourceName;
import dev.dovetail.name.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Commands on functions, their permissions, and computed fields. */
final class FunctionCommands {
    private FunctionCommands() {}

    record Track(SourceName source, FunctionMetadata function) implements Command {
        static Track decode(JsonNode args, Path path) {
            if (!args.has("function")) {
                var name = NameCodec.function(args, path);
                return new Track(
                        SourceName.DEFAULT,
                        new FunctionMetadata(name, FunctionMetadata.Configuration.none(), List.of(), null));
            }
            var fields = Fields.of("TrackFunctionV2", args, path);
            var configuration = fields.optional("configuration", FunctionCodec::configuration);
            return new Track(
                    NameCodec.sourceOrDefault(fields),
                    new FunctionMetadata(
                            fields.required("function", NameCodec::function),
                            configuration == null ? FunctionMetadata.Configuration.none() : configuration,
                            List.of(),
                            fields.optionalString("comment")));
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            var name = function.function();
            var found = metadata.source(source)
                    .orElseThrow(() -> notExists(quoted(source) + " is not a known postgres source"));
            if (found.function(name).isPresent()) {
                throw refusal(ErrorCode.ALREADY_TRACKED, "function already tracked: " + quoted(name));
            }
            if (found.table(new TableName(name.schema(), name.name())).isPresent()) {
                throw refusal(ErrorCode.NOT_SUPPORTED, "table with name " + quoted(name) + " already exists");
            }
            return metadata.withSource(found.withFunction(function));
        }

        @Override
        public Verdict verdict() {
            return new Verdict.Subject(new ObjectId.Function(source, function.function()));
        }

        @Override
        public Set<SourceName> rereadSources(Metadata after) {
            return Set.of(source);
        }
    }

    record Untrack(SourceName source, FunctionName function) implements Command {
        static Untrack decode(JsonNode args, Path path) {
            if (!args.has("source") && !args.has("function")) {
                return new Untrack(SourceName.DEFAULT, NameCodec.function(args, path));
            }
            var fields = Fields.of("UnTrackFunction", args, path);
            return new Untrack(NameCodec.sourceOrDefault(fields), fields.required("function", NameCodec::function));
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            Lookup.function(metadata, source, function);
            return Removal.remove(metadata, new ObjectId.Function(source, function));
        }

        @Override
        public Verdict verdict() {
            return new Verdict.NothingNew();
        }
    }

    record SetCustomization(SourceName source, FunctionName function, FunctionMetadata.Configuration configuration)
            implements Command {
        static SetCustomization decode(JsonNode args, Path path) {
            var fields = Fields.of("SetFunctionCustomization", args, path);
            return new SetCustomization(
                    NameCodec.sourceOrDefault(fields),
                    fields.required("function", NameCodec::function),
                    fields.required("configuration", FunctionCodec::configuration));
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            var found = Lookup.function(metadata, source, function);
            return metadata.mapSource(
                    source,
                    each -> each.withFunction(
                            new FunctionMetadata(function, configuration, found.permissions(), found.comment())));
        }

        @Override
        public Verdict verdict() {
            return new Verdict.Subject(new ObjectId.Function(source, function));
        }
    }

    record CreatePermission(SourceName source, FunctionName function, RoleName role) implements Command {
        static CreatePermission decode(JsonNode args, Path path) {
            var fields = Fields.of("FunctionPermissionArgument", args, path);
            return new CreatePermission(
                    NameCodec.sourceOrDefault(fields),
                    fields.required("function", NameCodec::function),
                    fields.required("role", NameCodec::role));
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            var found = Lookup.function(metadata, source, function);
            if (found.permissions().contains(role)) {
                throw alreadyExists("permission of role " + quoted(role) + " already exists for function "
                        + quoted(function) + " in source: " + quoted(source));
            }
            var roles = new ArrayList<>(found.permissions());
            roles.addFirst(role);
            return metadata.mapSource(
                    source,
                    each -> each.withFunction(
                            new FunctionMetadata(function, found.configuration(), roles, found.comment())));
        }

        @Override
        public Verdict verdict() {
            return new Verdict.Subject(new ObjectId.FunctionPermission(source, function, role));
        }
    }

    record DropPermission(SourceName source, FunctionName function, RoleName role) implements Command {
        static DropPermission decode(JsonNode args, Path path) {
            var created = CreatePermission.decode(args, path);
            return new DropPermission(created.source(), created.function(), created.role());
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            var isThere = metadata.source(source)
                    .flatMap(found -> found.function(function))
                    .filter(found -> found.permissions().contains(role))
                    .isPresent();
            if (!isThere) {
                throw notExists("permission of role " + quoted(role) + " does not exist for function "
                        + quoted(function) + " in source: " + quoted(source));
            }
            return Removal.remove(metadata, new ObjectId.FunctionPermission(source, function, role));
        }

        @Override
        public Verdict verdict() {
            return new Verdict.Subject(new ObjectId.FunctionPermission(source, function, role));
        }
    }

    record AddComputedField(SourceName source, TableName table, ComputedFieldMetadata field) implements Command {
        static AddComputedField decode(JsonNode args, Path path) {
            var fields = Fields.of("AddComputedField", args, path);
            return new AddComputedField(
                    NameCodec.sourceOrDefault(fields),
                    fields.required("table", NameCodec::table),
                    FunctionCodec.computedField(args, path));
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            at("table", () -> Lookup.table(metadata, source, table));
            return Lookup.change(
                    metadata,
                    source,
                    table,
                    found -> found.change()
                            .computedFields(Lists.put(found.computedFields(), ComputedFieldMetadata::name, field))
                            .done());
        }

        @Override
        public Verdict verdict() {
            return new Verdict.Subject(new ObjectId.ComputedField(source, table, field.name()));
        }

        @Override
        public Set<SourceName> rereadSources(Metadata after) {
            return Set.of(source);
        }
    }

    record DropComputedField(SourceName source, TableName table, String name, boolean cascade) implements Command {
        static DropComputedField decode(JsonNode args, Path path) {
            var fields = Fields.of("DropComputedField", args, path);
            return new DropComputedField(
                    NameCodec.sourceOrDefault(fields),
                    fields.required("table", NameCodec::table),
                    fields.string("name"),
                    fields.flag("cascade", false));
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            var isThere = at("table", () -> Lookup.table(metadata, source, table)).computedFields().stream()
                    .anyMatch(each -> each.name().equals(name));
            if (!isThere) {
                throw under(Path.ROOT.key("name"), notExists("computed field " + quoted(name) + " does not exist"));
            }
            return Removal.remove(metadata, new ObjectId.ComputedField(source, table, name));
        }

        @Override
        public Verdict verdict() {
            return new Verdict.Dependents(cascade);
        }
    }
}
