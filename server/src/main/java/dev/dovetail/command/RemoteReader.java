package dev.dovetail.command;

import dev.dovetail.command.World.RemoteReading;
import dev.dovetail.error.ApiException;
import dev.dovetail.graphql.sdl.IntrospectionReader;
import dev.dovetail.metadata.RemoteSchemaMetadata;
import dev.dovetail.model.Fetched;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;

/** Asks remote schemas for themselves. When one does not answer, or not sensibly, what it said last stays good. */
final class RemoteReader {
    /** How long a start, or taking over another instance's change, waits for a remote of which nothing is known. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final RemoteIntrospector introspector;
    private final Introspections known;

    RemoteReader(RemoteIntrospector introspector, Introspections known) {
        this.introspector = introspector;
        this.known = known;
    }

    /** Waits as long as the remote's own timeout says. */
    RemoteReading ask(RemoteSchemaMetadata schema) {
        try {
            var answer = introspector.introspect(schema.name(), schema.definition());
            IntrospectionReader.read(answer);
            return new RemoteReading(schema.definition(), new Fetched.Got<>(answer), false);
        } catch (ApiException refusal) {
            var reason = WorldReader.reason(refusal.failures());
            return new RemoteReading(
                    schema.definition(),
                    known.last(schema)
                            .<Fetched<JsonNode>>map(last -> new Fetched.Stale<>(last, reason))
                            .orElseGet(() -> new Fetched.Missing<>(reason)),
                    false);
        }
    }

    /** What is known without asking, or learnt in no time; to be asked again then. */
    Callable<RemoteReading> glance(RemoteSchemaMetadata schema, ExecutorService threads) {
        var last = known.last(schema);
        if (last.isPresent()) {
            return () -> new RemoteReading(schema.definition(), new Fetched.Got<>(last.get()), true);
        }
        return () -> {
            var asked = threads.submit(() -> ask(schema));
            try {
                return asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException late) {
                asked.cancel(true);
                var reason = "the remote schema has not answered yet; it is being asked again";
                return new RemoteReading(schema.definition(), new Fetched.Missing<>(reason), true);
            } catch (ExecutionException fault) {
                throw new IllegalStateException(fault.getCause());
            }
        };
    }
}
