package dev.dovetail.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.http.EdgeServices.AdminApis;
import dev.dovetail.http.Readiness;
import dev.dovetail.observe.Observation;
import dev.dovetail.request.GraphqlService;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LifecycleTest {
    private final Queue<Observation> seen = new ConcurrentLinkedQueue<>();
    private final FakeEngine engine = new FakeEngine();
    private final Lifecycle lifecycle = new Lifecycle(
            engine, seen::add, new Lifecycle.Pace(Duration.ofMillis(10), Duration.ofMillis(5), Duration.ofMillis(20)));
    private final Thread thread = new Thread(lifecycle::run);

    @Test
    void isNotReadyBeforeTheMetadataAreLoaded() throws InterruptedException {
        engine.isDown = true;
        assertThat(lifecycle.state()).isEqualTo(new Readiness.NotReady("the server is starting"));
        thread.start();
        await(() -> lifecycle.state().equals(new Readiness.NotReady("the metadata database is down")));
        await(() -> engine.loads.get() > 3);
        engine.isDown = false;
        assertThat(lifecycle.awaitLoaded(Duration.ofSeconds(5))).isTrue();
        assertThat(lifecycle.state()).isEqualTo(new Readiness.Serving(false));
        stop();
    }

    @Test
    void servesOnWhenTheMetadataDatabaseGoes() throws InterruptedException {
        thread.start();
        assertThat(lifecycle.awaitLoaded(Duration.ofSeconds(5))).isTrue();
        engine.isDown = true;
        await(() -> lifecycle.state().equals(new Readiness.CutOff("the metadata database is down")));
        engine.isDown = false;
        await(() -> lifecycle.state().equals(new Readiness.Serving(false)));
        stop();
        assertThat(seen.stream()
                        .filter(each -> each instanceof Observation.Step step
                                && step.kind().equals("metadata_database")))
                .as("told once that it went and once that it came back")
                .hasSize(2);
    }

    @Test
    void healsWhatCouldNotBeReached() throws InterruptedException {
        engine.isInconsistent = true;
        engine.healsAt = 3;
        thread.start();
        await(() -> lifecycle.state().equals(new Readiness.Serving(true)));
        await(() -> lifecycle.state().equals(new Readiness.Serving(false)));
        assertThat(engine.heals.get()).isEqualTo(3);
        stop();
    }

    @Test
    void survivesFaultsOfOurs() throws InterruptedException {
        engine.fault = new IllegalStateException("canary");
        thread.start();
        await(() ->
                lifecycle.state() instanceof Readiness.NotReady(var reason) && reason.startsWith("an internal error"));
        engine.fault = null;
        assertThat(lifecycle.awaitLoaded(Duration.ofSeconds(5))).isTrue();
        stop();
        assertThat(seen).anyMatch(each -> each instanceof Observation.Fault);
    }

    @Test
    void endsWhenThereIsNoPoint() {
        engine.fault = new FatalException("the data folder belongs to another version", new IllegalStateException());
        assertThatThrownBy(lifecycle::run).isInstanceOf(FatalException.class);
    }

    @Test
    void stopsWhileItWaits() throws InterruptedException {
        engine.isDown = true;
        thread.start();
        await(() -> engine.loads.get() > 1);
        stop();
    }

    private void stop() throws InterruptedException {
        lifecycle.stop();
        thread.join(2000);
        assertThat(thread.isAlive()).isFalse();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(2);
        }
    }

    private static final class FakeEngine implements Engine {
        private final AtomicInteger loads = new AtomicInteger();
        private final AtomicInteger heals = new AtomicInteger();
        private volatile boolean isDown;
        private volatile boolean isInconsistent;
        private volatile int healsAt;
        private volatile @Nullable RuntimeException fault;

        @Override
        public GraphqlService graphql() {
            throw new UnsupportedOperationException();
        }

        @Override
        public AdminApis admin() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void load() {
            loads.incrementAndGet();
            reach();
        }

        @Override
        public void look() {
            reach();
        }

        @Override
        public void heal() {
            if (heals.incrementAndGet() == healsAt) {
                isInconsistent = false;
            }
        }

        @Override
        public boolean isInconsistent() {
            return isInconsistent;
        }

        @Override
        public void stopWork() {}

        @Override
        public void close() {}

        private void reach() {
            var wrong = fault;
            if (wrong != null) {
                throw wrong;
            }
            if (isDown) {
                throw new ApiException(ErrorCode.UNAVAILABLE, Path.ROOT, "the metadata database is down");
            }
        }
    }
}
