package dev.dovetail.command;

import static dev.dovetail.command.Refusals.alreadyExists;
import static dev.dovetail.command.Refusals.notExists;
import static dev.dovetail.command.Refusals.quoted;

import dev.dovetail.error.Path;
import dev.dovetail.metadata.ActionCodec;
import dev.dovetail.metadata.ActionDefinition;
import dev.dovetail.metadata.ActionMetadata;
import dev.dovetail.metadata.CustomTypes;
import dev.dovetail.metadata.CustomTypesCodec;
import dev.dovetail.metadata.Fields;
import dev.dovetail.metadata.Metadata;
import dev.dovetail.metadata.NameCodec;
import dev.dovetail.metadata.ObjectId;
import dev.dovetail.metadata.Removal;
import dev.dovetail.metadata.TransformCodec;
import dev.dovetail.name.ActionName;
import dev.dovetail.name.RoleName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Commands on actions and their types. */
final class ActionCommands {
    private ActionCommands() {}

    /** Templates that cannot be read are refused where they are written; a whole metadata may hold them. */
    private static void check(ActionDefinition definition) {
        TransformCodec.check(definition.requestTransform(), definition.responseTransform(), Path.ROOT);
    }

    record SetCustomTypes(CustomTypes types) implements Command {
        static SetCustomTypes decode(JsonNode args, Path path) {
            return new SetCustomTypes(CustomTypesCodec.decode(args, path));
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            return metadata.withCustomTypes(types);
        }

        @Override
        public Verdict verdict() {
            return new Verdict.Subject(new ObjectId.Types());
        }
    }

    record Create(
            ActionName name,
            ActionDefinition definition,
            @Nullable String comment) implements Command {
        static Create decode(JsonNode args, Path path) {
            var fields = Fields.of("CreateAction", args, path);
            return new Create(
                    fields.required("name", NameCodec::action),
                    fields.required("definition", ActionCodec::definition),
                    fields.optionalString("comment"));
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            check(definition);
            if (metadata.action(name).isPresent()) {
                throw alreadyExists("action with name " + quoted(name) + " already exists");
            }
            return metadata.withAction(new ActionMetadata(name, definition, comment, List.of()));
        }

        @Override
        public Verdict verdict() {
            return new Verdict.Subject(new ObjectId.Action(name));
        }
    }

    record Update(
            ActionName name,
            ActionDefinition definition,
            @Nullable String comment) implements Command {
        static Update decode(JsonNode args, Path path) {
            var created = Create.decode(args, path);
            return new Update(created.name(), created.definition(), created.comment());
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            check(definition);
            var found = Lookup.action(metadata, name);
            return metadata.withAction(new ActionMetadata(name, definition, comment, found.permissions()));
        }

        @Override
        public Verdict verdict() {
            return new Verdict.Subject(new ObjectId.Action(name));
        }
    }

    /** @param clearsLog whether what is known of the action's asynchronous calls goes with it */
    record Drop(ActionName name, boolean clearsLog) implements Command {
        static Drop decode(JsonNode args, Path path) {
            var fields = Fields.of("DropAction", args, path);
            var clears = fields.optionalFlag("clear_data");
            return new Drop(fields.required("name", NameCodec::action), clears == null || clears);
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            Lookup.action(metadata, name);
            return Removal.remove(metadata, new ObjectId.Action(name));
        }

        @Override
        public Verdict verdict() {
            return new Verdict.NothingNew();
        }
    }

    record CreatePermission(
            ActionName action, RoleName role, @Nullable String comment) implements Command {
        static CreatePermission decode(JsonNode args, Path path) {
            var fields = Fields.of("CreateActionPermission", args, path);
            return new CreatePermission(
                    fields.required("action", NameCodec::action),
                    fields.required("role", NameCodec::role),
                    fields.optionalString("comment"));
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            var found = Lookup.action(metadata, action);
            if (found.permissions().stream().anyMatch(each -> each.role().equals(role))) {
                throw alreadyExists("permission for role " + quoted(role) + " is already defined on " + quoted(action));
            }
            var permissions = new ArrayList<>(found.permissions());
            permissions.addFirst(new ActionMetadata.Permission(role, comment));
            return metadata.withAction(found.withPermissions(permissions));
        }

        @Override
        public Verdict verdict() {
            return new Verdict.Subject(new ObjectId.ActionPermission(action, role));
        }
    }

    record DropPermission(ActionName action, RoleName role) implements Command {
        static DropPermission decode(JsonNode args, Path path) {
            var fields = Fields.of("DropActionPermission", args, path);
            return new DropPermission(
                    fields.required("action", NameCodec::action), fields.required("role", NameCodec::role));
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            var isThere = metadata.action(action)
                    .filter(found -> found.permissions().stream()
                            .anyMatch(each -> each.role().equals(role)))
                    .isPresent();
            if (!isThere) {
                throw notExists("permission for role: " + quoted(role) + " is not defined on " + quoted(action));
            }
            return Removal.remove(metadata, new ObjectId.ActionPermission(action, role));
        }

        @Override
        public Verdict verdict() {
            return new Verdict.NothingNew();
        }
    }
}
