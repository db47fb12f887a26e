package dev.dovetail.app;

import dev.dovetail.event.ActionWorker;
import java.time.Duration;
import java.util.stream.Stream;

/** Work that no client waits for. */
record WorkOptions(Duration interval, int atATime, Duration lease) {

    static final Option<Integer> INTERVAL = Option.of(
            "async-actions-fetch-interval",
            "HASURA_GRAPHQL_ASYNC_ACTIONS_FETCH_INTERVAL",
            Syntax.atLeast(0, "milliseconds"),
            "1000",
            "How often calls of asynchronous actions that others left are looked for; 0: this instance makes none");
    static final Option<Integer> AT_A_TIME = Option.of(
            "async-actions-fetch-batch-size",
            "HASURA_GRAPHQL_ASYNC_ACTIONS_FETCH_BATCH_SIZE",
            Syntax.atLeast(0, "number"),
            "10",
            "Calls of asynchronous actions made at the same time; 0 for none");
    static final Option<Integer> LEASE = Option.of(
            "async-actions-lease",
            "DOVETAIL_ASYNC_ACTIONS_LEASE",
            Syntax.atLeast(1, "seconds"),
            "20",
            "How long after an instance has died another one makes its calls of asynchronous actions again");

    static final OptionGroup GROUP = new OptionGroup(
            "Events and asynchronous actions",
            Stream.concat(LaterOptions.EVENTS.stream(), Stream.of(INTERVAL, AT_A_TIME, LEASE))
                    .toList());

    static WorkOptions of(Settings settings) {
        return new WorkOptions(
                Duration.ofMillis(settings.get(INTERVAL)),
                settings.get(AT_A_TIME),
                Duration.ofSeconds(settings.get(LEASE)));
    }

    ActionWorker.Settings worker(Duration grace) {
        return new ActionWorker.Settings(interval, atATime, lease, grace);
    }
}
