package dev.dovetail.command;

import static dev.dovetail.command.Refusals.notFound;
import static dev.dovetail.command.Refusals.quoted;
import static dev.dovetail.command.Refusals.refusal;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.metadata.Fields;
import dev.dovetail.metadata.Lists;
import dev.dovetail.metadata.LogicalModelCodec;
import dev.dovetail.metadata.LogicalModelMetadata;
import dev.dovetail.metadata.LogicalModelOwner;
import dev.dovetail.metadata.Metadata;
import dev.dovetail.metadata.NameCodec;
import dev.dovetail.metadata.NativeQueryCodec;
import dev.dovetail.metadata.NativeQueryMetadata;
import dev.dovetail.metadata.ObjectId;
import dev.dovetail.metadata.Out;
import dev.dovetail.metadata.PermissionCodec;
import dev.dovetail.metadata.PermissionMetadata;
import dev.dovetail.metadata.Removal;
import dev.dovetail.metadata.SelectPermission;
import dev.dovetail.metadata.SourceMetadata;
import dev.dovetail.name.LogicalModelName;
import dev.dovetail.name.NativeQueryName;
import dev.dovetail.name.RoleName;
import dev.dovetail.name.SourceName;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Commands on logical models, their permissions, and native queries. */
final class NativeCommands {
    private NativeCommands() {}

    record TrackModel(SourceName source, LogicalModelMetadata model) implements Command {
        static TrackModel decode(JsonNode args, Path path) {
            var fields = Fields.of("TrackLogicalModel", args, path);
            return new TrackModel(NameCodec.sourceOrDefault(fields), LogicalModelCodec.tracked(args, path));
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            var found = metadata.source(source).orElseThrow(() -> notFound("Source " + source + " not found."));
            if (found.logicalModel(model.name()).isPresent()) {
                throw refusal(ErrorCode.ALREADY_TRACKED, "Logical model '" + model.name() + "' is already tracked.");
            }
            return metadata.withSource(found.withLogicalModel(model));
        }

        @Override
        public Verdict verdict() {
            return new Verdict.Subject(new ObjectId.LogicalModel(source, model.name()));
        }
    }

    record UntrackModel(SourceName source, LogicalModelName model) implements Command {
        static UntrackModel decode(JsonNode args, Path path) {
            var fields = Fields.of("UntrackLogicalModel", args, path);
            return new UntrackModel(
                    NameCodec.sourceOrDefault(fields), fields.required("name", NameCodec::logicalModel));
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            check(metadata, source, new LogicalModelOwner.Itself(model));
            return Removal.remove(metadata, new ObjectId.LogicalModel(source, model));
        }

        @Override
        public Verdict verdict() {
            return new Verdict.Subject(new ObjectId.LogicalModel(source, model));
        }
    }

    record TrackQuery(SourceName source, NativeQueryMetadata query) implements Command {
        static TrackQuery decode(JsonNode args, Path path) {
            var fields = Fields.of("TrackNativeQuery", args, path);
            return new TrackQuery(NameCodec.sourceOrDefault(fields), NativeQueryCodec.tracked(args, path));
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            var found = metadata.source(source).orElseThrow(() -> unknown(source));
            if (found.nativeQuery(query.name()).isPresent()) {
                throw refusal(ErrorCode.ALREADY_TRACKED, "Native query '" + query.name() + "' is already tracked.");
            }
            return metadata.withSource(found.withNativeQuery(query));
        }

        @Override
        public Verdict verdict() {
            return new Verdict.Subject(new ObjectId.NativeQuery(source, query.name()));
        }
    }

    record UntrackQuery(SourceName source, NativeQueryName query) implements Command {
        static UntrackQuery decode(JsonNode args, Path path) {
            var fields = Fields.of("UntrackNativeQuery", args, path);
            return new UntrackQuery(
                    NameCodec.sourceOrDefault(fields), fields.required("root_field_name", NameCodec::nativeQuery));
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            check(metadata, source, new LogicalModelOwner.Query(query));
            return Removal.remove(metadata, new ObjectId.NativeQuery(source, query));
        }

        @Override
        public Verdict verdict() {
            return new Verdict.Subject(new ObjectId.NativeQuery(source, query));
        }
    }

    /**
     * Replaces what the role had; on a query without a logical model of its own it does nothing, as in the reference.
     */
    record CreatePermission(SourceName source, LogicalModelOwner owner, PermissionMetadata<SelectPermission> permission)
            implements Command {
        static CreatePermission decode(JsonNode args, Path path) {
            var fields = Fields.of("CreateLogicalModelPermission", args, path);
            return new CreatePermission(
                    NameCodec.sourceOrDefault(fields), ownerOf(fields), PermissionCodec.select(args, path));
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            check(metadata, source, owner);
            return metadata.mapSource(
                    source,
                    found -> found.mapPermissions(
                            owner, permissions -> Lists.put(permissions, PermissionMetadata::role, permission)));
        }

        @Override
        public Verdict verdict() {
            return new Verdict.Subject(new ObjectId.LogicalModelPermission(source, owner, permission.role()));
        }
    }

    record DropPermission(SourceName source, LogicalModelOwner owner, RoleName role) implements Command {
        static DropPermission decode(JsonNode args, Path path) {
            var fields = Fields.of("DropLogicalModelPermission", args, path);
            return new DropPermission(
                    NameCodec.sourceOrDefault(fields), ownerOf(fields), fields.required("role", NameCodec::role));
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            check(metadata, source, owner);
            return Removal.remove(metadata, new ObjectId.LogicalModelPermission(source, owner, role));
        }

        @Override
        public Verdict verdict() {
            return new Verdict.NothingNew();
        }
    }

    /** The logical model, or the native query with a logical model of its own, that a permission is on. */
    private static LogicalModelOwner ownerOf(Fields fields) {
        var type = fields.optionalString("type");
        return switch (type) {
            case null -> new LogicalModelOwner.Itself(fields.required("name", NameCodec::logicalModel));
            case "logical_model" -> new LogicalModelOwner.Itself(fields.required("name", NameCodec::logicalModel));
            case "native_query" -> new LogicalModelOwner.Query(fields.required("name", NameCodec::nativeQuery));
            default -> throw Fields.fail(fields.path("type"), "Expected string");
        };
    }

    private static void check(Metadata metadata, SourceName source, LogicalModelOwner owner) {
        var found = metadata.source(source).orElseThrow(() -> notFound("Source " + quoted(source) + " not found."));
        var missing = switch (owner) {
            case LogicalModelOwner.Itself(var model) ->
                found.logicalModel(model).isEmpty() ? "Logical model" : null;
            case LogicalModelOwner.Query(var query) -> found.nativeQuery(query).isEmpty() ? "Native query" : null;
        };
        if (missing != null) {
            throw notFound(missing + " " + quoted(owner.name()) + " not found in source " + quoted(source) + ".");
        }
    }

    static Question models(JsonNode args, Path path) {
        return all(args, path, found -> Out.array(found.logicalModels(), LogicalModelCodec::encode));
    }

    static Question queries(JsonNode args, Path path) {
        return all(args, path, found -> Out.array(found.nativeQueries(), NativeQueryCodec::encode));
    }

    private static Question all(JsonNode args, Path path, Function<SourceMetadata, JsonNode> answer) {
        var source = NameCodec.sourceOrDefault(Fields.of("GetNativeQuery", args, path));
        return state -> answer.apply(state.metadata().source(source).orElseThrow(() -> unknown(source)));
    }

    private static ApiException unknown(SourceName source) {
        return notFound("Source '" + source + "' of kind postgres not found.");
    }
}
