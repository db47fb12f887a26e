package dev.dovetail.app;

import dev.dovetail.http.EdgeServices.AdminApis;
import dev.dovetail.request.GraphqlAnswer;
import dev.dovetail.request.GraphqlCall;
import dev.dovetail.request.GraphqlService;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An engine that is made when it is loaded: where its databases are may be known only then, and the edge must listen
 * before. Nobody is let through to it before {@link #load} has returned.
 */
final class LateEngine implements Engine {
    private final Supplier<Engine> maker;
    private volatile @Nullable Engine made;

    LateEngine(Supplier<Engine> maker) {
        this.maker = maker;
    }

    @Override
    public GraphqlService graphql() {
        return new GraphqlService() {
            @Override
            public CompletionStage<GraphqlAnswer> answer(GraphqlCall call) {
                return made().graphql().answer(call);
            }

            @Override
            public Object schemas() {
                return made().graphql().schemas();
            }
        };
    }

    @Override
    public AdminApis admin() {
        return new AdminApis(
                (session, body, stoppable) -> made().admin().v1Metadata().call(session, body, stoppable),
                (session, body, stoppable) -> made().admin().v2Query().call(session, body, stoppable),
                (session, body, stoppable) -> made().admin().v1Query().call(session, body, stoppable),
                (session, body, stoppable) -> made().admin().explain().call(session, body, stoppable));
    }

    @Override
    public void load() {
        if (made == null) {
            made = maker.get();
        }
        made().load();
    }

    @Override
    public void look() {
        made().look();
    }

    @Override
    public void heal() {
        made().heal();
    }

    @Override
    public boolean isInconsistent() {
        return made().isInconsistent();
    }

    @Override
    public void stopWork() {
        var engine = made;
        if (engine != null) {
            engine.stopWork();
        }
    }

    @Override
    public void close() {
        var engine = made;
        if (engine != null) {
            engine.close();
        }
    }

    private Engine made() {
        var engine = made;
        if (engine == null) {
            throw new IllegalStateException("the engine is not loaded yet");
        }
        return engine;
    }
}
