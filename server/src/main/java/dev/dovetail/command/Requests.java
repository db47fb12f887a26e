package dev.dovetail.command;

import dev.dovetail.command.Request.Bulk;
import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Failure;
import dev.dovetail.error.Path;
import dev.dovetail.metadata.Fields;
import dev.dovetail.metadata.Fields.Decoder;
import dev.dovetail.metadata.PermissionKind;
import dev.dovetail.operation.legacy.DataCall;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Decodes a body {@code {type, args, version?}}: the one table of command names. */
final class Requests {
    /** Backends that the reference knows and this engine does not. */
    private static final Set<String> OTHER_BACKENDS =
            Set.of("mssql", "bigquery", "citus", "cockroach", "snowflake", "dataconnector");

    private static final Map<String, Decoder<? extends Request>> GLOBAL = new HashMap<>();
    private static final Map<String, Decoder<? extends Request>> ON_SOURCES = new HashMap<>();

    static {
        onSource("add_source", SourceCommands.Add::decode);
        onSource("update_source", SourceCommands.Update::decode);
        onSource("drop_source", SourceCommands.Drop::decode);
        change("rename_source", SourceCommands.Rename::decode);
        onSource("track_table", TableCommands.Track::decode);
        onSource("untrack_table", TableCommands.Untrack::decode);
        ON_SOURCES.put("track_tables", TableLists::track);
        ON_SOURCES.put("untrack_tables", TableLists::untrack);
        onSource("set_table_customization", TableCommands.SetCustomization::decode);
        onSource("set_table_is_enum", TableCommands.SetIsEnum::decode);
        onSource("set_apollo_federation_config", TableCommands.SetApolloFederation::decode);
        onSource("create_object_relationship", RelationshipCommands.Create::decodeObject);
        onSource("create_array_relationship", RelationshipCommands.Create::decodeArray);
        onSource("drop_relationship", RelationshipCommands.Drop::decode);
        onSource("rename_relationship", RelationshipCommands.Rename::decode);
        onSource("set_relationship_comment", RelationshipCommands.SetComment::decode);
        onSource("create_insert_permission", PermissionCommands.Create::insert);
        onSource("create_select_permission", PermissionCommands.Create::select);
        onSource("create_update_permission", PermissionCommands.Create::update);
        onSource("create_delete_permission", PermissionCommands.Create::delete);
        for (var kind : PermissionKind.values()) {
            onSource("drop_" + kind.wire() + "_permission", PermissionCommands.Drop.decoder(kind));
        }
        onSource("set_permission_comment", PermissionCommands.SetComment::decode);
        onSource("create_remote_relationship", RemoteRelationshipCommands.Put::create);
        onSource("update_remote_relationship", RemoteRelationshipCommands.Put::update);
        onSource("delete_remote_relationship", RemoteRelationshipCommands.Delete::decode);
        onSource("track_function", FunctionCommands.Track::decode);
        onSource("untrack_function", FunctionCommands.Untrack::decode);
        onSource("set_function_customization", FunctionCommands.SetCustomization::decode);
        onSource("create_function_permission", FunctionCommands.CreatePermission::decode);
        onSource("drop_function_permission", FunctionCommands.DropPermission::decode);
        onSource("add_computed_field", FunctionCommands.AddComputedField::decode);
        onSource("drop_computed_field", FunctionCommands.DropComputedField::decode);
        onSource("create_event_trigger", EventTriggerCommands.Create::decode);
        onSource("delete_event_trigger", EventTriggerCommands.Delete::decode);
        onSource("track_logical_model", NativeCommands.TrackModel::decode);
        onSource("untrack_logical_model", NativeCommands.UntrackModel::decode);
        ask(ON_SOURCES, "get_logical_model", NativeCommands::models);
        onSource("create_logical_model_select_permission", NativeCommands.CreatePermission::decode);
        onSource("drop_logical_model_select_permission", NativeCommands.DropPermission::decode);
        onSource("track_native_query", NativeCommands.TrackQuery::decode);
        onSource("untrack_native_query", NativeCommands.UntrackQuery::decode);
        ask(ON_SOURCES, "get_native_query", NativeCommands::queries);
        ask(ON_SOURCES, "get_source_tables", Questions::sourceTables);
        ask(ON_SOURCES, "suggest_relationships", Suggestions::decode);
        change("set_custom_types", ActionCommands.SetCustomTypes::decode);
        change("create_action", ActionCommands.Create::decode);
        change("update_action", ActionCommands.Update::decode);
        change("drop_action", ActionCommands.Drop::decode);
        ask(GLOBAL, "dovetail_preview_openapi", OpenApiCommands::preview);
        change("dovetail_import_openapi", OpenApiCommands.Import::decode);
        GLOBAL.put(
                "dovetail_async_actions",
                (args, path) -> new Request.Calls(path, CallHistory.Wanted.decode(args, path)));
        ask(GLOBAL, "dovetail_derive_action", DeriveCommands::derive);
        ask(GLOBAL, "dovetail_action_code", CodegenCommands::code);
        ask(GLOBAL, "dovetail_action_frameworks", CodegenCommands::frameworks);
        change("create_action_permission", ActionCommands.CreatePermission::decode);
        change("drop_action_permission", ActionCommands.DropPermission::decode);
        change("add_remote_schema", RemoteSchemaCommands.Add::decode);
        change("update_remote_schema", RemoteSchemaCommands.Update::decode);
        change("remove_remote_schema", RemoteSchemaCommands.Remove::decode);
        change("reload_remote_schema", RemoteSchemaCommands.Reload::decode);
        ask(GLOBAL, "introspect_remote_schema", Questions::introspectRemoteSchema);
        change("add_remote_schema_permissions", RemoteSchemaCommands.AddPermission::decode);
        change("drop_remote_schema_permissions", RemoteSchemaCommands.DropPermission::decode);
        change("create_remote_schema_remote_relationship", RemoteSchemaCommands.PutRelationship::create);
        change("update_remote_schema_remote_relationship", RemoteSchemaCommands.PutRelationship::update);
        change("delete_remote_schema_remote_relationship", RemoteSchemaCommands.DeleteRelationship::decode);
        change("create_query_collection", CollectionCommands.Create::decode);
        change("rename_query_collection", CollectionCommands.Rename::decode);
        change("drop_query_collection", CollectionCommands.Drop::decode);
        change("add_query_to_collection", CollectionCommands.AddQuery::decode);
        change("drop_query_from_collection", CollectionCommands.DropQuery::decode);
        change("add_collection_to_allowlist", AllowlistCommands.Add::decode);
        change("drop_collection_from_allowlist", AllowlistCommands.Drop::decode);
        change("update_scope_of_collection_in_allowlist", AllowlistCommands.UpdateScope::decode);
        change("create_rest_endpoint", ConfigCommands.CreateEndpoint::decode);
        change("drop_rest_endpoint", ConfigCommands.DropEndpoint::decode);
        change("create_cron_trigger", ConfigCommands.CreateCronTrigger::decode);
        change("delete_cron_trigger", ConfigCommands.DeleteCronTrigger::decode);
        ask(GLOBAL, "get_cron_triggers", Questions::cronTriggers);
        change("add_inherited_role", ConfigCommands.AddInheritedRole::decode);
        change("drop_inherited_role", ConfigCommands.DropInheritedRole::decode);
        change("set_api_limits", ConfigCommands.SetPart.of("api_limits"));
        change("remove_api_limits", ConfigCommands.SetPart.none("api_limits"));
        change("set_metrics_config", ConfigCommands.SetPart.of("metrics_config"));
        change("remove_metrics_config", ConfigCommands.SetPart.none("metrics_config"));
        change("set_opentelemetry_config", ConfigCommands.SetPart.of("opentelemetry"));
        change("set_opentelemetry_status", ConfigCommands.SetOpenTelemetryStatus::decode);
        change("set_graphql_schema_introspection_options", ConfigCommands.SetPart.of("graphql_schema_introspection"));
        change("add_host_to_tls_allowlist", ConfigCommands.TlsHost.decoder(true));
        change("drop_host_from_tls_allowlist", ConfigCommands.TlsHost.decoder(false));
        change("replace_metadata", MetadataCommands.Replace::decode);
        change("clear_metadata", MetadataCommands.Clear::decode);
        change("reload_metadata", MetadataCommands.Reload::decode);
        change("drop_inconsistent_metadata", MetadataCommands.DropInconsistent::decode);
        ask(GLOBAL, "get_inconsistent_metadata", Questions::inconsistencies);
        ask(GLOBAL, "export_metadata", Questions::export);
        ask(GLOBAL, "test_webhook_transform", WebhookTrial::decode);
        ask(GLOBAL, "dovetail_get_overview", Overview::decode);
        ask(GLOBAL, "dovetail_search", ObjectSearch::decode);
        ask(GLOBAL, "dovetail_graph", GraphView::decode);
        ask(GLOBAL, "dovetail_list_tables", TableList::decode);
        ask(GLOBAL, "dovetail_get_table", TableView::decode);
        ask(GLOBAL, "dovetail_suggest_relationships", SuggestionList::decode);
        ask(GLOBAL, "dovetail_list_functions", FunctionList::decode);
        ask(GLOBAL, "dovetail_get_source", SourceView::decode);
        ask(GLOBAL, "dovetail_list_actions", ActionViews::list);
        ask(GLOBAL, "dovetail_get_action", ActionViews::one);
        ask(GLOBAL, "dovetail_get_custom_types", ActionViews::types);
        change("dovetail_change_custom_types", ChangeCustomTypes::decode);
        ask(GLOBAL, "dovetail_list_remote_schemas", RemoteSchemaViews::list);
        ask(GLOBAL, "dovetail_get_remote_schema", RemoteSchemaViews::one);
        ask(GLOBAL, "dovetail_list_roles", Roles::decode);
    }

    private static final Map<String, Decoder<? extends DataCall>> DATA = Map.of(
            "select", DataCall.Select::decode,
            "insert", DataCall.Insert::decode,
            "update", DataCall.Update::decode,
            "delete", DataCall.Delete::decode,
            "count", DataCall.Count::decode);

    /** Commands that take no arguments, and so need no {@code args}. */
    private static final Set<String> WITHOUT_ARGUMENTS =
            Set.of("get_cron_triggers", "remove_api_limits", "remove_metrics_config");

    private Requests() {}

    private static void change(String name, Decoder<? extends Command> decoder) {
        GLOBAL.put(name, (args, path) -> new Request.Change(path, decoder.decode(args, path)));
    }

    /** A command known with the prefixes {@code pg_} and {@code postgres_}; without one only on the oldest endpoint. */
    private static void onSource(String name, Decoder<? extends Command> decoder) {
        ON_SOURCES.put(name, (args, path) -> new Request.Change(path, decoder.decode(args, path)));
    }

    private static void ask(
            Map<String, Decoder<? extends Request>> table, String name, Decoder<? extends Question> decoder) {
        table.put(name, (args, path) -> new Request.Ask(path, decoder.decode(args, path)));
    }

    static Request decode(MetadataApi.Endpoint endpoint, JsonNode body, Path path) {
        var fields = Fields.of("RQLRequest", body, path);
        var type = fields.string("type");
        var version = fields.optionalInt("version");
        if (version != null && version != 1 && version != 2) {
            throw Fields.fail(path.key("version"), "expected 1 or 2, encountered " + version);
        }
        var decoder = decoder(endpoint, type, version != null && version == 2, path);
        var args = path.key("args");
        var given = WITHOUT_ARGUMENTS.contains(type) ? body.path("args") : fields.required("args");
        if (endpoint != MetadataApi.Endpoint.V1_QUERY || type.equals("bulk")) return decoder.decode(given, args);
        try {
            return decoder.decode(given, args);
        } catch (ApiException refusal) {
            throw malformed(refusal, args);
        }
    }

    /** The oldest endpoint tells what is wrong in the form of arguments with paths that start at the arguments. */
    private static ApiException malformed(ApiException refusal, Path args) {
        return refusal.failure() instanceof Failure.Own(var code, var path, var message, var internal)
                        && code == ErrorCode.PARSE_FAILED
                        && path.text().startsWith(args.text())
                ? new ApiException(
                        code, new Path("$" + path.text().substring(args.text().length())), message, internal)
                : refusal;
    }

    private static Decoder<? extends Request> decoder(
            MetadataApi.Endpoint endpoint, String type, boolean second, Path path) {
        return switch (endpoint) {
            case METADATA -> ofMetadata(endpoint, type, second, path);
            case QUERY -> ofQuery(endpoint, type, path);
            case V1_QUERY -> ofBoth(endpoint, type, second, path);
        };
    }

    private static Decoder<? extends Request> bulk(MetadataApi.Endpoint endpoint, Bulk.Kind kind) {
        return (args, path) ->
                new Bulk(path, kind, Fields.elements(args, path, (part, at) -> decode(endpoint, part, at)));
    }

    private static Decoder<? extends Request> ofMetadata(
            MetadataApi.Endpoint endpoint, String type, boolean second, Path path) {
        switch (type) {
            case "bulk":
                return bulk(endpoint, Bulk.Kind.IN_ORDER);
            case "bulk_keep_going":
                return bulk(endpoint, Bulk.Kind.KEEP_GOING);
            case "bulk_atomic":
                return bulk(endpoint, Bulk.Kind.ATOMIC);
            default:
                break;
        }
        if (second && type.equals("replace_metadata")) {
            return (args, at) -> new Request.Change(at, MetadataCommands.Replace.second(args, at));
        }
        if (second && type.equals("export_metadata")) {
            return (args, at) -> new Request.Ask(at, Questions.exportWithVersion(args, at));
        }
        var global = GLOBAL.get(type);
        if (global != null) return global;
        var split = type.indexOf('_');
        var prefix = split < 0 ? type : type.substring(0, split);
        var name = split < 0 ? "" : type.substring(split + 1);
        if (OTHER_BACKENDS.contains(prefix)) {
            throw new ApiException(
                    ErrorCode.NOT_SUPPORTED, path, "this engine serves Postgres only, not \"" + prefix + "\"");
        }
        if (!prefix.equals("pg") && !prefix.equals("postgres")) {
            throw Fields.fail(
                    path,
                    "unknown metadata command \"" + type + "\"; \"" + prefix
                            + "\" was not recognized as a valid backend name");
        }
        var onSource = ON_SOURCES.get(name);
        if (onSource != null) return onSource;
        throw Fields.fail(path, "unknown metadata command \"" + name + "\" for backend postgres");
    }

    private static Decoder<? extends Request> ofQuery(MetadataApi.Endpoint endpoint, String type, Path path) {
        return switch (type) {
            case "run_sql", "pg_run_sql" -> Requests::sql;
            case "bulk" -> bulk(endpoint, Bulk.Kind.IN_ORDER);
            case "concurrent_bulk" -> bulk(endpoint, Bulk.Kind.CONCURRENT);
            case String other -> {
                var call = DATA.get(other.startsWith("pg_") ? other.substring("pg_".length()) : other);
                if (call == null) throw Fields.fail(path, "Unrecognised RQLQuery type: " + other);
                yield data(call);
            }
        };
    }

    private static Request sql(JsonNode args, Path path) {
        return new Request.Sql(path, RunSql.decode(args, path));
    }

    private static Decoder<? extends Request> data(Decoder<? extends DataCall> decoder) {
        return (args, path) -> new Request.Data(path, decoder.decode(args, path));
    }

    /** The oldest endpoint: SQL and metadata in one, names without prefix. */
    private static Decoder<? extends Request> ofBoth(
            MetadataApi.Endpoint endpoint, String type, boolean second, Path path) {
        if (type.equals("run_sql") || type.equals("concurrent_bulk")) return ofQuery(endpoint, type, path);
        var call = DATA.get(type);
        if (call != null) return data(call);
        if (type.equals("set_table_custom_fields")) {
            return (args, at) -> new Request.Change(at, TableCommands.SetCustomization.decodeCustomFields(args, at));
        }
        var onSource = type.equals("add_existing_table_or_view") ? ON_SOURCES.get("track_table") : ON_SOURCES.get(type);
        return onSource != null ? onSource : ofMetadata(endpoint, type, second, path);
    }
}
