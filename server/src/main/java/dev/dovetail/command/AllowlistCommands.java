package dev.dovetail.command;

import static dev.dovetail.command.Refusals.at;
import static dev.dovetail.command.Refusals.notFound;
import static dev.dovetail.command.Refusals.quoted;

import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.metadata.Fields;
import dev.dovetail.metadata.Metadata;
import dev.dovetail.metadata.NameCodec;
import dev.dovetail.metadata.Out;
import dev.dovetail.metadata.RawLists;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Commands on the allow list. An entry without a scope is global. */
final class AllowlistCommands {
    private AllowlistCommands() {}

    private static void requireCollection(Metadata metadata, String name) {
        at("collection", () -> CollectionCommands.require(metadata, name));
    }

    static JsonNode scope(JsonNode node, Path path) {
        var fields = Fields.of("AllowlistScope", node, path);
        fields.required("global");
        var global = fields.flag("global", true);
        if (global) {
            if (fields.has("roles")) throw Fields.fail(path, "roles are not allowed when global is true");
            return Json.object().put("global", true);
        }
        var roles = fields.requiredList("roles", NameCodec::role);
        if (roles.isEmpty()) {
            throw Fields.fail(path.key("roles"), "parsing NonEmpty failed, unexpected empty list");
        }
        if (roles.stream().distinct().count() != roles.size()) {
            throw Fields.fail(path, "duplicate roles");
        }
        return Out.object()
                .put("global", (Boolean) false)
                .fullList("roles", roles, NameCodec::text)
                .done();
    }

    private static ObjectNode entry(String collection, JsonNode scope) {
        var entry = Json.object().put("collection", collection);
        entry.set("scope", scope);
        return entry;
    }

    /** Adding what is there already changes nothing, and says so in its answer. */
    record Add(String collection, JsonNode scope) implements Command {
        static Add decode(JsonNode args, Path path) {
            var fields = Fields.of("AllowlistEntry", args, path);
            var scope = fields.optional("scope", AllowlistCommands::scope);
            return new Add(
                    fields.required("collection", NonEmpty::text),
                    scope == null ? Json.object().put("global", true) : scope);
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            requireCollection(metadata, collection);
            return RawLists.ALLOWLIST.find(metadata, collection).isPresent()
                    ? metadata
                    : RawLists.ALLOWLIST.put(metadata, entry(collection, scope));
        }

        @Override
        public Verdict verdict() {
            return new Verdict.NothingNew();
        }

        @Override
        public JsonNode answer(Metadata before, Candidate after) {
            var known = RawLists.ALLOWLIST.find(before, collection);
            if (known.isEmpty()) return Answers.success();
            var sameScope = known.get().path("scope").equals(scope)
                    || (!known.get().has("scope") && scope.path("global").asBoolean(false));
            var hint = sameScope
                    ? ""
                    : " with a different scope; use update_scope_of_collection_in_allowlist to change it";
            return Json.object()
                    .put("message", "collection " + quoted(collection) + " already exists in the allowlist" + hint);
        }
    }

    record Drop(String collection) implements Command {
        static Drop decode(JsonNode args, Path path) {
            return new Drop(
                    Fields.of("DropCollectionFromAllowlist", args, path).required("collection", NonEmpty::text));
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            requireCollection(metadata, collection);
            requireEntry(metadata, collection);
            return RawLists.ALLOWLIST.remove(metadata, collection);
        }

        @Override
        public Verdict verdict() {
            return new Verdict.NothingNew();
        }
    }

    private static void requireEntry(Metadata metadata, String collection) {
        if (RawLists.ALLOWLIST.find(metadata, collection).isEmpty()) {
            throw notFound("collection " + quoted(collection) + " doesn't exist in the allowlist");
        }
    }

    record UpdateScope(String collection, JsonNode scope) implements Command {
        static UpdateScope decode(JsonNode args, Path path) {
            var fields = Fields.of("UpdateScopeOfCollectionInAllowlist", args, path);
            return new UpdateScope(
                    fields.required("collection", NonEmpty::text), fields.required("scope", AllowlistCommands::scope));
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            requireCollection(metadata, collection);
            requireEntry(metadata, collection);
            return RawLists.ALLOWLIST.put(metadata, entry(collection, scope));
        }

        @Override
        public Verdict verdict() {
            return new Verdict.NothingNew();
        }
    }
}
