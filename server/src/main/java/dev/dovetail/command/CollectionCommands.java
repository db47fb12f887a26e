package dev.dovetail.command;

import static dev.dovetail.command.Refusals.alreadyExists;
import static dev.dovetail.command.Refusals.notExists;
import static dev.dovetail.command.Refusals.notFound;
import static dev.dovetail.command.Refusals.quoted;
import static dev.dovetail.command.Refusals.refusal;
import static dev.dovetail.command.Refusals.under;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.metadata.Fields;
import dev.dovetail.metadata.Metadata;
import dev.dovetail.metadata.RawLists;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Commands on query collections. The collections themselves are kept raw. */
final class CollectionCommands {
    private CollectionCommands() {}

    static ObjectNode require(Metadata metadata, String name) {
        return RawLists.QUERY_COLLECTIONS
                .find(metadata, name)
                .orElseThrow(() -> notExists("query collection with name " + quoted(name) + " does not exist"));
    }

    private static ApiException taken(String key, String name) {
        return under(
                Path.ROOT.key(key), alreadyExists("query collection with name " + quoted(name) + " already exists"));
    }

    private static String queryName(JsonNode query) {
        return query.path("name").asString("");
    }

    private static ObjectNode withQueries(ObjectNode collection, ArrayNode queries) {
        return Kept.with(collection, "definition", Json.object().set("queries", queries));
    }

    record Create(String name, ObjectNode collection) implements Command {
        static Create decode(JsonNode args, Path path) {
            var fields = Fields.of("CreateCollection", args, path);
            var name = fields.required("name", NonEmpty::text);
            var definition = Fields.of("CollectionDef", fields.required("definition"), fields.path("definition"));
            var queries = Json.array();
            for (var query : definition.requiredList("queries", CollectionCommands::query)) queries.add(query);
            var collection = Json.object().put("name", name);
            collection.set("definition", Json.object().set("queries", queries));
            var comment = fields.optionalString("comment");
            return new Create(name, comment == null ? collection : collection.put("comment", comment));
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            if (RawLists.QUERY_COLLECTIONS.find(metadata, name).isPresent()) throw taken("name", name);
            var seen = new HashSet<String>();
            var twice = new LinkedHashSet<String>();
            for (var query : collection.path("definition").path("queries")) {
                if (!seen.add(queryName(query))) twice.add(queryName(query));
            }
            if (twice.isEmpty()) return RawLists.QUERY_COLLECTIONS.put(metadata, collection);
            throw under(
                    Path.ROOT.key("definition").key("queries"),
                    refusal(
                            ErrorCode.NOT_SUPPORTED,
                            "found duplicate query names "
                                    + twice.stream().map(Refusals::quoted).collect(Collectors.joining(", "))));
        }

        @Override
        public Verdict verdict() {
            return new Verdict.NothingNew();
        }
    }

    private static JsonNode query(JsonNode node, Path path) {
        var fields = Fields.of("ListedQuery", node, path);
        return Json.object()
                .put("name", fields.required("name", NonEmpty::text))
                .put("query", fields.string("query"));
    }

    record Rename(String name, String newName) implements Command {
        static Rename decode(JsonNode args, Path path) {
            var fields = Fields.of("RenameCollection", args, path);
            return new Rename(fields.required("name", NonEmpty::text), fields.required("new_name", NonEmpty::text));
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            var found = require(metadata, name);
            if (RawLists.QUERY_COLLECTIONS.find(metadata, newName).isPresent()) throw taken("new_name", newName);
            return RawLists.QUERY_COLLECTIONS.put(
                    RawLists.QUERY_COLLECTIONS.remove(metadata, name), Kept.with(found, "name", Json.string(newName)));
        }

        @Override
        public Verdict verdict() {
            return new Verdict.NothingNew();
        }
    }

    record Drop(String name, boolean cascade) implements Command {
        static Drop decode(JsonNode args, Path path) {
            var fields = Fields.of("DropCollection", args, path);
            return new Drop(fields.required("collection", NonEmpty::text), fields.flag("cascade", false));
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            try {
                require(metadata, name);
                var isAllowed = RawLists.ALLOWLIST.find(metadata, name).isPresent();
                if (isAllowed && !cascade) {
                    throw refusal(
                            ErrorCode.DEPENDENCY_ERROR,
                            "query collection with name " + quoted(name)
                                    + " is present in the allowlist; cannot proceed to drop. please use cascade to"
                                    + " confirm you wish to drop it from the allowlist as well");
                }
            } catch (ApiException refusal) {
                throw under(Path.ROOT.key("collection"), refusal);
            }
            return RawLists.QUERY_COLLECTIONS.remove(RawLists.ALLOWLIST.remove(metadata, name), name);
        }

        @Override
        public Verdict verdict() {
            return new Verdict.NothingNew();
        }
    }

    record AddQuery(String collection, String name, String query) implements Command {
        static AddQuery decode(JsonNode args, Path path) {
            var fields = Fields.of("AddQueryToCollection", args, path);
            return new AddQuery(
                    fields.required("collection_name", NonEmpty::text),
                    fields.required("query_name", NonEmpty::text),
                    fields.string("query"));
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            var found = require(metadata, collection);
            var queries = Json.array();
            for (var each : found.path("definition").path("queries")) {
                if (queryName(each).equals(name)) {
                    throw alreadyExists(
                            "query with name " + quoted(name) + " already exists in collection " + quoted(collection));
                }
                queries.add(each);
            }
            queries.add(Json.object().put("name", name).put("query", query));
            return RawLists.QUERY_COLLECTIONS.put(metadata, withQueries(found, queries));
        }

        @Override
        public Verdict verdict() {
            return new Verdict.NothingNew();
        }
    }

    record DropQuery(String collection, String name) implements Command {
        static DropQuery decode(JsonNode args, Path path) {
            var fields = Fields.of("DropQueryFromCollection", args, path);
            return new DropQuery(
                    fields.required("collection_name", NonEmpty::text), fields.required("query_name", NonEmpty::text));
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            var found = require(metadata, collection);
            var kept = Json.array();
            var before = found.path("definition").path("queries");
            for (var each : before) {
                if (!queryName(each).equals(name)) kept.add(each);
            }
            if (kept.size() == before.size()) {
                throw notFound("query with name " + quoted(name) + " not found in collection " + quoted(collection));
            }
            return RawLists.QUERY_COLLECTIONS.put(metadata, withQueries(found, kept));
        }

        @Override
        public Verdict verdict() {
            return new Verdict.NothingNew();
        }
    }
}
