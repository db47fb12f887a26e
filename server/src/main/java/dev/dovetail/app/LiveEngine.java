package dev.dovetail.app;

import dev.dovetail.command.Changes;
import dev.dovetail.command.MetadataApi;
import dev.dovetail.command.MetadataApi.Endpoint;
import dev.dovetail.error.ApiException;
import dev.dovetail.event.ActionWorker;
import dev.dovetail.http.AdminApi;
import dev.dovetail.http.EdgeServices.AdminApis;
import dev.dovetail.json.Json;
import dev.dovetail.model.Inconsistency;
import dev.dovetail.observe.Level;
import dev.dovetail.observe.Observation;
import dev.dovetail.observe.Observer;
import dev.dovetail.request.Explain;
import dev.dovetail.request.GraphqlService;
import dev.dovetail.snapshot.Snapshot;
import dev.dovetail.snapshot.Snapshots;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.node.ArrayNode;

/** The engine on its real parts. */
record LiveEngine(
        Changes changes,
        Snapshots snapshots,
        MetadataApi commands,
        GraphqlService graphql,
        Explain explain,
        Observer observer,
        ActionWorker worker,
        List<AutoCloseable> open)
        implements Engine {

    @Override
    public AdminApis admin() {
        return new AdminApis(
                api(Endpoint.METADATA),
                api(Endpoint.QUERY),
                api(Endpoint.V1_QUERY),
                (_, body, _) -> explain.answer(body));
    }

    private AdminApi api(Endpoint endpoint) {
        return (session, body, stoppable) ->
                telling(endpoint.name(), () -> commands.handle(endpoint, session, body, stoppable));
    }

    @Override
    public void load() {
        telling("start", done(changes::start));
        start(changes.questions());
    }

    @Override
    public void look() {
        telling("another instance", done(changes::look));
        start(changes.questions());
    }

    /** Each on a thread of its own, for one that takes its time must not hold up the others. */
    @Override
    public void heal() {
        start(changes.cures());
    }

    private void start(List<Runnable> cures) {
        cures.forEach(cure -> Thread.ofVirtual().start(() -> attempt(cure)));
    }

    private void attempt(Runnable cure) {
        try {
            telling("heal", done(cure));
        } catch (ApiException trouble) {
            var told = Json.object().put("message", String.valueOf(trouble.getMessage()));
            observer.see(new Observation.Step(Level.WARN, "healing", told));
        } catch (RuntimeException fault) {
            observer.see(new Observation.Fault("healing", fault, null));
        }
    }

    @Override
    public boolean isInconsistent() {
        return changes.isInconsistent();
    }

    @Override
    public void stopWork() {
        worker.stop();
    }

    /** In the order given; what holds others up comes first. */
    @Override
    public void close() {
        for (var each : open) {
            try {
                each.close();
            } catch (Exception e) {
                observer.see(new Observation.Fault("closing", e, null));
            }
        }
    }

    private static Supplier<Boolean> done(Runnable work) {
        return () -> {
            work.run();
            return true;
        };
    }

    /** Tells the observer when what is served has become something else by this. */
    private <T> T telling(String cause, Supplier<T> work) {
        var before = snapshots.peek();
        var start = System.nanoTime();
        try {
            return work.get();
        } finally {
            var took = Duration.ofNanos(System.nanoTime() - start);
            snapshots
                    .peek()
                    .filter(after -> before.isEmpty() || after != before.get())
                    .ifPresent(after -> tell(after, cause, took));
        }
    }

    private void tell(Snapshot after, String cause, Duration took) {
        var inconsistent = after.model().inconsistencies().size();
        observer.see(new Observation.MetadataChanged(after.version(), cause, inconsistent, took));
        if (inconsistent > 0) {
            observer.see(
                    new Observation.MetadataInconsistent(names(after.model().inconsistencies())));
        }
    }

    /** Without the definitions, which may hold secrets. */
    private static ArrayNode names(List<Inconsistency> inconsistencies) {
        var names = Json.array();
        inconsistencies.forEach(
                each -> names.addObject().put("object", each.object().title()).put("reason", each.reason()));
        return names;
    }
}
