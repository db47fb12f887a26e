package dev.dovetail.http;

import dev.dovetail.auth.Authenticator;
import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.http.EdgeSettings.Api;
import dev.dovetail.http.KeptSchemas.Form;
import dev.dovetail.observe.Observer;
import dev.dovetail.request.GraphqlService;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What answers behind the edge.
 *
 * @param console null when it is switched off
 */
public record EdgeServices(
        Authenticator authenticator,
        Readiness readiness,
        ErrorRenderer renderer,
        QueryLogging logging,
        GraphqlService graphql,
        AdminApis admin,
        JsonNode config,
        String version,
        @Nullable Console console) {

    /** One for each path. */
    public record AdminApis(AdminApi v1Metadata, AdminApi v2Query, AdminApi v1Query, AdminApi explain) {}

    /** The table of paths; groups that are switched off lead nowhere. */
    Routes routes(EdgeSettings settings, Observer observer, Executor workers) {
        var door = new Door(authenticator, readiness, renderer, logging, observer);
        var routes = new Routes();
        var health = OpenEndpoint.health(renderer, readiness);
        routes.add("GET", "/healthz", health);
        routes.add("GET", "/hasura/healthz", health);
        routes.add("GET", "/v1/version", OpenEndpoint.version(renderer, version));
        if (settings.apis().contains(Api.GRAPHQL)) {
            var files = settings.uploadFilesMax();
            var dialect = new GraphqlDialect(false, settings.preserve401());
            var modern = new GraphqlEndpoint(graphql, door, dialect, files);
            routes.add("POST", "/v1/graphql", modern);
            routes.add("GET", "/v1/graphql", new PersistedQueryEndpoint(modern, authenticator));
            var schemas = new KeptSchemas(graphql);
            var plain = new SchemaEndpoint(Form.INTROSPECTION, modern, schemas, door, workers);
            routes.add("GET", "/v1/graphql/schema", plain);
            var lines = new SchemaEndpoint(Form.LINES, modern, schemas, door, workers);
            routes.add("GET", "/v1/graphql/schema/lines", lines);
            var old = new GraphqlDialect(true, true);
            routes.add("POST", "/v1alpha1/graphql", new GraphqlEndpoint(graphql, door, old, files));
        }
        if (settings.apis().contains(Api.METADATA)) {
            routes.add("POST", "/v1/metadata", new AdminEndpoint(admin.v1Metadata(), door, workers));
            routes.add("POST", "/v2/query", new AdminEndpoint(admin.v2Query(), door, workers));
            routes.add("POST", "/v1/query", new AdminEndpoint(admin.v1Query(), door, workers));
            routes.add("POST", "/v1/graphql/explain", new AdminEndpoint(onlyAdmin(admin.explain()), door, workers));
            if (console != null) {
                routes.add("GET", "/", new OpenEndpoint(renderer, exchange -> ConsoleEndpoint.redirect()));
                routes.addAllUnder("GET", ConsolePage.ROOT, new ConsoleEndpoint(console, door, workers));
            }
        }
        if (settings.apis().contains(Api.CONFIG)) {
            routes.add("GET", "/v1alpha1/config", new AdminEndpoint(onlyAdmin((_, _, _) -> config), door, workers));
        }
        if (settings.apis().contains(Api.BENCH)) {
            routes.add("GET", "/__bench/static", OpenEndpoint.filler(renderer));
        }
        return routes;
    }

    private static AdminApi onlyAdmin(AdminApi api) {
        return (session, body, stoppable) -> {
            if (!session.role().isAdmin()) {
                throw new ApiException(
                        ErrorCode.ADMIN_ONLY, Path.ROOT, "You have to be an admin to access this endpoint");
            }
            return api.call(session, body, stoppable);
        };
    }
}
