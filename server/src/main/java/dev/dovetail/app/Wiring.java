package dev.dovetail.app;

import dev.dovetail.auth.AuthMode;
import dev.dovetail.auth.Authenticator;
import dev.dovetail.command.Changes;
import dev.dovetail.command.Commands;
import dev.dovetail.command.PlannedData;
import dev.dovetail.command.Ports;
import dev.dovetail.command.QueryProber;
import dev.dovetail.event.ActionWorker;
import dev.dovetail.execute.ActionDelivery;
import dev.dovetail.execute.ActionHandlers;
import dev.dovetail.execute.ActionRunner;
import dev.dovetail.execute.AsyncActions;
import dev.dovetail.execute.Caller;
import dev.dovetail.execute.Executor;
import dev.dovetail.execute.RemoteRunner;
import dev.dovetail.http.Console;
import dev.dovetail.http.EdgeServices;
import dev.dovetail.http.EdgeSettings;
import dev.dovetail.http.ErrorRenderer;
import dev.dovetail.http.HttpEdge;
import dev.dovetail.model.EnvironmentText;
import dev.dovetail.observe.Observation;
import dev.dovetail.observe.Observer;
import dev.dovetail.outbound.HttpCalls;
import dev.dovetail.outbound.HttpIntrospector;
import dev.dovetail.planner.Planner;
import dev.dovetail.planner.PlannerOptions;
import dev.dovetail.postgres.PgActionLog;
import dev.dovetail.postgres.PgCatalogReader;
import dev.dovetail.postgres.PgDatabase;
import dev.dovetail.postgres.PgIntrospectionStore;
import dev.dovetail.postgres.PgMetadataStore;
import dev.dovetail.postgres.PgQueryProber;
import dev.dovetail.postgres.PgSqlRunner;
import dev.dovetail.postgres.Sources;
import dev.dovetail.request.ErrorFormat;
import dev.dovetail.request.Explain;
import dev.dovetail.request.Pipeline;
import dev.dovetail.request.RequestLimits;
import dev.dovetail.snapshot.Snapshots;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
        var renderer = new ErrorRenderer(options.log().errors());
        var engine = new LateEngine(
                () -> engine(vertx, options, Places.of(options.database(), environment), observer, renderer));
        var pace = Lifecycle.Pace.looking(options.server().schemaSync());
        var lifecycle = new Lifecycle(engine, observer, pace);
        var services = new EdgeServices(
                new Authenticator(options.auth().mode()),
                lifecycle,
                renderer,
                options.log().queries(),
                engine.graphql(),
                engine.admin(),
                ConfigReport.of(options),
                Version.SPOKEN,
                console(options));
        var workers = Executors.newVirtualThreadPerTaskExecutor();
        var edge = new HttpEdge(vertx, edge(options), services, observer, workers);
        return new Server(new Server.Parts(options, vertx, edge, engine, lifecycle, observers));
    }

    private static Engine engine(Vertx vertx, Options options, Places places, Observer observer, ErrorFormat errors) {
        Function<String, @Nullable String> variables = places.environment()::get;
        var metadataDatabase = new PgDatabase(vertx, places.metadataConnection());
        var instance = UUID.randomUUID();
        var store = places.seeded(new PgMetadataStore(metadataDatabase, instance), options.database());
        var sources = new Sources(vertx, variables);
        var http =
                new HttpCalls(vertx, calls(options.limits()), options.outbound().addresses());
        var introspector = new HttpIntrospector(http, new EnvironmentText(variables));
        var introspections = new PgIntrospectionStore(metadataDatabase, observer);
        var sql = new PgSqlRunner(sources);
        var prober = options.graphql().triesNativeQueries() ? new PgQueryProber(sources) : QueryProber.NONE;
        var snapshots = new Snapshots();
        var changes = new Changes(
                new Ports(store, new PgCatalogReader(sources), prober, sources, introspector, introspections, sql),
                snapshots,
                variables,
                options.graphql().openness());
        var caller = new Caller(http, observer);
        var actionLog = new PgActionLog(metadataDatabase, instance);
        var worker = new ActionWorker(
                actionLog,
                snapshots,
                new ActionDelivery(new ActionHandlers(caller, options.graphql().configuredHeadersFirst())),
                options.work().worker(options.server().gracefulShutdown()),
                observer);
        worker.start();
        var executor = new Executor(
                sources,
                new ActionRunner(caller, options.graphql().configuredHeadersFirst()),
                new RemoteRunner(caller, options.graphql().remoteDataFirst()),
                new AsyncActions(actionLog, worker::wake, options.log().errors()::showsInternal),
                options.limits().joins());
        var planner = new Planner(new PlannerOptions(
                options.graphql().stringifyNumbers(),
                options.limits().sqlAnswerBytes(),
                options.limits().related(),
                options.limits().updates(),
                options.graphql().skipsRemoteNulls()));
        var graphql = new Pipeline(snapshots, planner, executor, errors, requests(options.limits()));
        return new LiveEngine(
                changes,
                snapshots,
                new Commands(
                        changes,
                        sql,
                        new PlannedData(
                                planner, executor, requests(options.limits()).timeMax()),
                        actionLog,
                        actionLog),
                graphql,
                new Explain(snapshots, planner, sql),
                observer,
                worker,
                List.of(worker, sources, metadataDatabase, places));
    }

    private static @Nullable Console console(Options options) {
        var asksForSecret = options.auth().mode() instanceof AuthMode.AdminSecret;
        return options.browser().console()
                ? new Console(options.browser().consoleFiles(), Version.TEXT, asksForSecret)
                : null;
    }

    private static RequestLimits requests(LimitOptions limits) {
        var usual = RequestLimits.DEFAULT;
        return new RequestLimits(limits.batch(), usual.loopBodyBytesMax(), usual.planCacheBytesMax(), usual.timeMax());
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
                options.limits().uploadFiles(),
                options.server().slowAfter(),
                options.limits().keepAlive(),
                options.auth().preserve401(),
                options.log().errors(),
                options.browser().cors(),
                options.server().apis());
    }

    /** Without what we have no use for and what costs time at the start. */
    private static Vertx vertx(LimitOptions limits) {
        return Vertx.vertx(new VertxOptions()
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false))
                .setWorkerPoolSize(2)
                .setInternalBlockingPoolSize(4)
                .setEventLoopPoolSize(limits.eventLoops()));
    }
}
