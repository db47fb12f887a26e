package dev.dovetail.command;

import static dev.dovetail.command.Refusals.alreadyExists;
import static dev.dovetail.command.Refusals.notExists;
import static dev.dovetail.command.Refusals.quoted;
import static dev.dovetail.command.Refusals.refusal;

import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.metadata.Fields;
import dev.dovetail.metadata.InheritedRoleMetadata;
import dev.dovetail.metadata.Lists;
import dev.dovetail.metadata.Metadata;
import dev.dovetail.metadata.MetadataCodec;
import dev.dovetail.metadata.NameCodec;
import dev.dovetail.metadata.ObjectId;
import dev.dovetail.metadata.RawLists;
import dev.dovetail.metadata.Removal;
import dev.dovetail.name.RoleName;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Commands on what concerns the whole server: inherited roles, limits, REST endpoints, cron triggers, TLS hosts. */
final class ConfigCommands {
    private ConfigCommands() {}

    record AddInheritedRole(InheritedRoleMetadata role) implements Command {
        static AddInheritedRole decode(JsonNode args, Path path) {
            return new AddInheritedRole(MetadataCodec.inheritedRole(args, path));
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            if (role.roleSet().contains(role.roleName())) {
                throw refusal(ErrorCode.INVALID_PARAMS, "an inherited role name cannot be in the role combination");
            }
            return metadata.withInheritedRoles(
                    Lists.put(metadata.inheritedRoles(), InheritedRoleMetadata::roleName, role));
        }

        @Override
        public Verdict verdict() {
            return new Verdict.Subject(new ObjectId.InheritedRole(role.roleName()));
        }
    }

    record DropInheritedRole(RoleName role) implements Command {
        static DropInheritedRole decode(JsonNode args, Path path) {
            return new DropInheritedRole(
                    Fields.of("DropInheritedRole", args, path).required("role_name", NameCodec::role));
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            if (metadata.inheritedRoles().stream()
                    .noneMatch(each -> each.roleName().equals(role))) {
                throw notExists(quoted(role) + " inherited role doesn't exist");
            }
            return Removal.remove(metadata, new ObjectId.InheritedRole(role));
        }

        @Override
        public Verdict verdict() {
            return new Verdict.NothingNew();
        }
    }

    /** Sets a top-level part that is kept raw, or takes it out when the value is JSON null. */
    record SetPart(String key, JsonNode value) implements Command {
        static Fields.Decoder<SetPart> of(String key) {
            return (args, path) -> new SetPart(key, Fields.of(key, args, path).rest());
        }

        static Fields.Decoder<SetPart> none(String key) {
            return (args, path) -> new SetPart(key, Json.string(null));
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            return metadata.withRest(Kept.with(metadata.rest(), key, value));
        }

        @Override
        public Verdict verdict() {
            return new Verdict.NothingNew();
        }
    }

    record SetOpenTelemetryStatus(String status) implements Command {
        static SetOpenTelemetryStatus decode(JsonNode args, Path path) {
            return new SetOpenTelemetryStatus(
                    Fields.of("OtelStatusConfig", args, path).string("status"));
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            var before = metadata.rest().get("opentelemetry") instanceof ObjectNode found ? found : Json.object();
            var after = Kept.with(before, "status", Json.string(status));
            return metadata.withRest(Kept.with(metadata.rest(), "opentelemetry", after));
        }

        @Override
        public Verdict verdict() {
            return new Verdict.NothingNew();
        }
    }

    record CreateEndpoint(String name, ObjectNode endpoint) implements Command {
        static CreateEndpoint decode(JsonNode args, Path path) {
            var fields = Fields.of("EndpointMetadata", args, path);
            var name = fields.required("name", NonEmpty::text);
            fields.required("url", NonEmpty::text);
            var methods = fields.requiredList("methods", Fields::text);
            if (methods.isEmpty()) {
                throw Fields.fail(fields.path("methods"), "parsing NonEmpty failed, unexpected empty list");
            }
            var definition = Fields.of("EndpointDef", fields.required("definition"), fields.path("definition"));
            var query = Fields.of("QueryReference", definition.required("query"), definition.path("query"));
            query.required("collection_name", NonEmpty::text);
            query.required("query_name", NonEmpty::text);
            return new CreateEndpoint(name, Kept.of(fields, "comment", "definition", "methods", "name", "url"));
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            if (RawLists.REST_ENDPOINTS.find(metadata, name).isPresent()) {
                throw alreadyExists("Endpoint with name: " + name + " already exists");
            }
            return RawLists.REST_ENDPOINTS.put(metadata, endpoint);
        }

        @Override
        public Verdict verdict() {
            return new Verdict.Subject(new ObjectId.Raw(RawLists.REST_ENDPOINTS.kind(), name));
        }
    }

    record DropEndpoint(String name) implements Command {
        static DropEndpoint decode(JsonNode args, Path path) {
            return new DropEndpoint(Fields.of("DropEndpoint", args, path).required("name", NonEmpty::text));
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            if (RawLists.REST_ENDPOINTS.find(metadata, name).isEmpty()) {
                throw notExists("endpoint with name: " + name + " does not exist");
            }
            return RawLists.REST_ENDPOINTS.remove(metadata, name);
        }

        @Override
        public Verdict verdict() {
            return new Verdict.NothingNew();
        }
    }

    record CreateCronTrigger(String name, boolean replace, ObjectNode trigger) implements Command {
        static CreateCronTrigger decode(JsonNode args, Path path) {
            var fields = Fields.of("CreateCronTrigger", args, path);
            var name = fields.required("name", NonEmpty::text);
            fields.string("webhook");
            fields.string("schedule");
            fields.required("include_in_metadata");
            fields.flag("include_in_metadata", false);
            var replace = fields.flag("replace", false);
            return new CreateCronTrigger(
                    name,
                    replace,
                    Kept.of(
                            fields,
                            "name",
                            "webhook",
                            "schedule",
                            "include_in_metadata",
                            "payload",
                            "retry_conf",
                            "headers",
                            "comment",
                            "request_transform",
                            "response_transform"));
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            if (!replace && RawLists.CRON_TRIGGERS.find(metadata, name).isPresent()) {
                throw alreadyExists("cron trigger with name: " + name + " already exists");
            }
            return RawLists.CRON_TRIGGERS.put(metadata, trigger);
        }

        @Override
        public Verdict verdict() {
            return new Verdict.Subject(new ObjectId.Raw(RawLists.CRON_TRIGGERS.kind(), name));
        }
    }

    record DeleteCronTrigger(String name) implements Command {
        static DeleteCronTrigger decode(JsonNode args, Path path) {
            return new DeleteCronTrigger(
                    Fields.of("ScheduledTriggerName", args, path).required("name", NonEmpty::text));
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            if (RawLists.CRON_TRIGGERS.find(metadata, name).isEmpty()) {
                throw notExists("cron trigger with name: " + quoted(name) + " does not exist");
            }
            return RawLists.CRON_TRIGGERS.remove(metadata, name);
        }

        @Override
        public Verdict verdict() {
            return new Verdict.NothingNew();
        }
    }

    /** A host whose certificate is not checked; {@code add} or take away. */
    record TlsHost(String host, @Nullable String suffix, ObjectNode entry, boolean add) implements Command {
        static Fields.Decoder<TlsHost> decoder(boolean add) {
            return (args, path) -> {
                var fields = Fields.of("TlsAllow", args, path);
                return new TlsHost(
                        fields.string("host"),
                        fields.optionalString("suffix"),
                        Kept.of(fields, "host", "permissions", "suffix"),
                        add);
            };
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            if (host.isEmpty()) {
                throw refusal(ErrorCode.BAD_REQUEST, add ? "key \"host\" cannot be empty" : "hostname cannot be empty");
            }
            var hosts = Json.array();
            var known = false;
            for (var each : metadata.rest().path("network").path("tls_allowlist")) {
                var same = each.path("host").asString("").equals(host)
                        && each.path("suffix").asString("").equals(suffix == null ? "" : suffix);
                known |= same;
                if (!same || add) hosts.add(each);
            }
            var named = "the host " + quoted(host) + (suffix == null ? "" : " with suffix " + quoted(suffix));
            if (add && known) throw alreadyExists(named + " already exists in the allowlist");
            if (!add && !known) throw notExists(named + " isn't present in the allowlist");
            if (add) hosts.add(entry);
            var network = hosts.isEmpty() ? Json.string(null) : Json.object().set("tls_allowlist", hosts);
            return metadata.withRest(Kept.with(metadata.rest(), "network", network));
        }

        @Override
        public Verdict verdict() {
            return new Verdict.NothingNew();
        }
    }
}
