package dev.dovetail.app;

import dev.dovetail.auth.Authenticator;
import dev.dovetail.command.Changes;
import dev.dovetail.command.Commands;
import dev.dovetail.command.Ports;
import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.http.EdgeServices;
import dev.dovetail.http.EdgeSettings;
import dev.dovetail.http.ErrorRenderer;
import dev.dovetail.http.HttpEdge;
import dev.dovetail.model.EnvironmentText;
import dev.dovetail.observe.Observation;
import dev.dovetail.observe.Observer;
import dev.dovetail.outbound.HttpCalls;
import dev.dovetail.outbound.HttpIntrospector;
import dev.dovetail.postgres.PgCatalogReader;
import dev.dovetail.postgres.PgDatabase;
import dev.dovetail.postgres.PgMetadataStore;
import dev.dovetail.postgres.PgSqlRunner;
import dev.dovetail.postgres.Sources;
import dev.dovetail.request.GraphqlService;
import dev.dovetail.snapshot.Snapshots;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where adapters are put behind ports: wide constructor calls, and no logic. */
final class Wiring {
    private Wiring() {}

    static Server server(Options options, Map<String, String> environment) {
        var observers = Observers.of(options.log());
        var vertx = vertx(options.limits());
        var observer = observers.observer();
        vertx.exceptionHandler(cause -> observer.see(new Observation.Fault("event loop", cause, null)));
        var engine = new LateEngine(() -> engine(vertx, options, Places.of(options.database(), environment), observer));
        var pace = Lifecycle.Pace.looking(options.server().schemaSync());
        var lifecycle = new Lifecycle(engine, observer, pace);
        var renderer = new ErrorRenderer(options.log().errors());
        var services = new EdgeServices(
                new Authenticator(options.auth().mode()),
                lifecycle,
                renderer,
                options.log().queries(),
                engine.graphql(),
                engine.admin(),
                ConfigReport.of(options),
                Version.SPOKEN);
        var workers = Executors.newVirtualThreadPerTaskExecutor();
        var edge = new HttpEdge(vertx, edge(options), services, observer, workers);
        return new Server(new Server.Parts(options, vertx, edge, engine, lifecycle, observers));
    }

    private static Engine engine(Vertx vertx, Options options, Places places, Observer observer) {
        Function<String, @Nullable String> variables = places.environment()::get;
        var metadataDatabase = new PgDatabase(vertx, places.metadataConnection());
        var store = places.seeded(new PgMetadataStore(metadataDatabase, UUID.randomUUID()), options.database());
        var sources = new Sources(vertx, variables);
        var http = new HttpCalls(vertx, calls(options.limits()));
        var introspector = new HttpIntrospector(http, new EnvironmentText(variables));
        var sql = new PgSqlRunner(sources);
        var snapshots = new Snapshots();
        var changes = new Changes(
                new Ports(store, new PgCatalogReader(sources), sources, introspector, sql), snapshots, variables);
        GraphqlService graphql = call -> CompletableFuture.failedFuture(
                new ApiException(ErrorCode.NOT_SUPPORTED, Path.ROOT, "GraphQL is not served yet"));
        return new LiveEngine(
                changes,
                snapshots,
                new Commands(changes, sql),
                graphql,
                observer,
                List.of(sources, metadataDatabase, places));
    }

    private static HttpCalls.Limits calls(LimitOptions limits) {
        var usual = HttpCalls.Limits.DEFAULT;
        return new HttpCalls.Limits(limits.webhookAnswerBytes(), usual.connect(), usual.connections(), usual.waiting());
    }

    private static EdgeSettings edge(Options options) {
        return new EdgeSettings(
                options.server().host(),
                options.server().port(),
                options.limits().requestBytes(),
                options.limits().headerBytes(),
                options.server().slowAfter(),
                options.limits().keepAlive(),
                options.auth().preserve401(),
                options.log().errors(),
                options.browser().cors(),
                options.server().apis());
    }

    /** Without what we have no use for and what costs time at the start. */
    private static Vertx vertx(LimitOptions limits) {
        var options = new VertxOptions()
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false))
                .setWorkerPoolSize(2)
                .setInternalBlockingPoolSize(4);
        return Vertx.vertx(limits.eventLoops() == 0 ? options : options.setEventLoopPoolSize(limits.eventLoops()));
    }
}
