package dev.dovetail.command;

import static dev.dovetail.command.Refusals.alreadyExists;
import static dev.dovetail.command.Refusals.notExists;
import static dev.dovetail.command.Refusals.quoted;

import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.metadata.Fields;
import dev.dovetail.metadata.Lists;
import dev.dovetail.metadata.Metadata;
import dev.dovetail.metadata.NameCodec;
import dev.dovetail.metadata.ObjectId;
import dev.dovetail.metadata.Removal;
import dev.dovetail.metadata.SourceMetadata;
import dev.dovetail.metadata.TableMetadata;
import dev.dovetail.name.SourceName;
import dev.dovetail.name.TableName;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Commands on event triggers, which are kept raw. Their names are unique in a source. */
final class EventTriggerCommands {
    private static final int NAME_LENGTH_MAX = 42;
    private static final Pattern NAME = Pattern.compile("[\\w-]+");
    private static final String RETRY_DEFAULT = "{\"interval_sec\":10,\"num_retries\":0,\"timeout_sec\":60}";

    private EventTriggerCommands() {}

    private static String name(JsonNode trigger) {
        return trigger.path("name").asString("");
    }

    private static Optional<TableMetadata> tableOf(Metadata metadata, SourceName source, String trigger) {
        return metadata.source(source).map(SourceMetadata::tables).stream()
                .flatMap(List::stream)
                .filter(table -> table.eventTriggers().stream()
                        .anyMatch(each -> name(each).equals(trigger)))
                .findFirst();
    }

    record Create(SourceName source, TableName table, String name, boolean replace, ObjectNode trigger)
            implements Command {
        static Create decode(JsonNode args, Path path) {
            var fields = Fields.of("CreateEventTriggerQuery", args, path);
            var name = fields.required("name", NonEmpty::text);
            var table = fields.required("table", NameCodec::table);
            var definition = Kept.of(fields, "delete", "insert", "update");
            var isManual = fields.flag("enable_manual", false);
            if (!NAME.matcher(name).matches()) {
                throw Fields.fail(path, "only alphanumeric and underscore and hyphens allowed for name");
            }
            if (name.length() > NAME_LENGTH_MAX) {
                throw Fields.fail(path, "event trigger name can be at most " + NAME_LENGTH_MAX + " characters");
            }
            if (definition.isEmpty() && !isManual) {
                throw Fields.fail(path, "atleast one amongst insert/update/delete/enable_manual spec must be provided");
            }
            if (fields.has("webhook") == fields.has("webhook_from_env")) {
                throw Fields.fail(
                        path,
                        fields.has("webhook")
                                ? "only one of webhook or webhook_from_env should be given"
                                : "must provide webhook or webhook_from_env");
            }
            return new Create(
                    NameCodec.sourceOrDefault(fields),
                    table,
                    name,
                    fields.flag("replace", false),
                    trigger(name, definition.put("enable_manual", isManual), fields));
        }

        private static ObjectNode trigger(String name, ObjectNode definition, Fields fields) {
            var trigger = Json.object().put("name", name);
            trigger.set("definition", definition);
            var retries = fields.optional("retry_conf");
            trigger.set("retry_conf", retries == null ? Json.read(RETRY_DEFAULT) : retries);
            return trigger.setAll(Kept.of(
                    fields,
                    "webhook",
                    "webhook_from_env",
                    "headers",
                    "request_transform",
                    "response_transform",
                    "cleanup_config",
                    "trigger_on_replication"));
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            var isThere = tableOf(metadata, source, name).isPresent();
            if (isThere && !replace) {
                throw alreadyExists("event trigger with name " + quoted(name) + " already exists");
            }
            return Lookup.change(
                    metadata,
                    source,
                    table,
                    found -> found.change()
                            .eventTriggers(Lists.put(found.eventTriggers(), EventTriggerCommands::name, trigger))
                            .done());
        }

        @Override
        public Verdict verdict() {
            return new Verdict.Subject(new ObjectId.EventTrigger(source, table, name));
        }
    }

    record Delete(SourceName source, String name) implements Command {
        static Delete decode(JsonNode args, Path path) {
            var fields = Fields.of("DeleteEventTriggerQuery", args, path);
            return new Delete(NameCodec.sourceOrDefault(fields), fields.required("name", NonEmpty::text));
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            var table = tableOf(metadata, source, name)
                    .orElseThrow(() -> notExists("event trigger " + quoted(name) + " does not exist"));
            return Removal.remove(metadata, new ObjectId.EventTrigger(source, table.table(), name));
        }

        @Override
        public Verdict verdict() {
            return new Verdict.NothingNew();
        }
    }
}
