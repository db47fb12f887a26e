package dev.dovetail.app;

import dev.dovetail.auth.AuthMode;
import dev.dovetail.http.EdgeSettings.Api;
import dev.dovetail.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** The answer of {@code /v1alpha1/config}, by which consoles learn what a server can do. */
final class ConfigReport {
    private ConfigReport() {}

    static ObjectNode of(Options options) {
        var config = Json.object();
        config.put("version", Version.SPOKEN);
        config.put("is_function_permissions_inferred", options.graphql().inferFunctionPermissions());
        config.put("is_remote_schema_permissions_enabled", options.graphql().remoteSchemaPermissions());
        config.put("is_admin_secret_set", options.auth().mode() instanceof AuthMode.AdminSecret);
        config.put("is_auth_hook_set", false);
        config.put("is_jwt_set", false);
        config.putArray("jwt");
        config.put("is_allow_list_enabled", false);
        subscriptions(config.putObject("live_queries"));
        subscriptions(config.putObject("streaming_queries"));
        var assets = options.browser().consoleAssets();
        config.set("console_assets_dir", Json.string(assets == null ? null : assets.toString()));
        var features = config.putArray("experimental_features");
        options.graphql().experimental().forEach(features::add);
        config.put("is_prometheus_metrics_enabled", options.server().apis().contains(Api.METRICS));
        config.put("default_naming_convention", options.graphql().namingConvention());
        config.putArray("feature_flags");
        config.put("is_apollo_federation_enabled", false);
        return config;
    }

    private static void subscriptions(ObjectNode node) {
        node.put("batch_size", 100);
        node.put("refetch_delay", 1);
    }
}
