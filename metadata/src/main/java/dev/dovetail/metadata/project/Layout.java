package dev.dovetail.metadata.project;

import dev.dovetail.json.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Which part of the metadata stands in which file. */
final class Layout {
    static final String VERSION = "version.yaml";
    static final String DATABASES_FOLDER = "databases/";
    static final String DATABASES = DATABASES_FOLDER + "databases.yaml";
    static final String ACTIONS = "actions.yaml";
    static final String ACTIONS_SDL = "actions.graphql";
    /** Ours, and written only when needed: top-level keys that have no file of their own. */
    static final String OTHER = "dovetail.yaml";

    private static final String NOBODY = "{\"disabled_for_roles\": []}";

    /** One top-level key in one file. */
    static final List<Part> PARTS = List.of(
            new Part("remote_schemas", "remote_schemas.yaml", "[]"),
            new Part("query_collections", "query_collections.yaml", "[]"),
            new Part("allowlist", "allow_list.yaml", "[]"),
            new Part("cron_triggers", "cron_triggers.yaml", "[]"),
            new Part("network", "network.yaml", "{}"),
            new Part("api_limits", "api_limits.yaml", "{}"),
            new Part("rest_endpoints", "rest_endpoints.yaml", "[]"),
            new Part("inherited_roles", "inherited_roles.yaml", "[]"),
            new Part("opentelemetry", "opentelemetry.yaml", "{}"),
            new Part("backend_configs", "backend_configs.yaml", "{}"),
            new Part("graphql_schema_introspection", "graphql_schema_introspection.yaml", NOBODY),
            new Part("metrics_config", "metrics_config.yaml", "{}"));

    private Layout() {}

    /** {@code nothing}: what the file says when the metadata has no such key, as JSON. */
    record Part(String key, String file, String nothing) {
        JsonNode empty() {
            return Json.read(nothing);
        }
    }
}
