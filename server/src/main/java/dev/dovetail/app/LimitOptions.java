package dev.dovetail.app;

import dev.dovetail.execute.JoinLimits;
import dev.dovetail.planner.PlannerOptions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Everything has a bound, and each bound is an option. */
record LimitOptions(
        int requestBytes,
        int headerBytes,
        int uploadFiles,
        int documentTokens,
        int documentDepth,
        int batch,
        int related,
        int updates,
        JoinLimits joins,
        int sqlAnswerBytes,
        int webhookAnswerBytes,
        int poolWaiting,
        Duration keepAlive,
        int eventLoops) {

    private static final int MEGABYTE = 1024 * 1024;

    static final Option<Integer> HEADER_BYTES = Option.of(
            "max-total-header-length",
            "HASURA_GRAPHQL_MAX_TOTAL_HEADER_LENGTH",
            Syntax.atLeast(1024, "bytes"),
            Integer.toString(MEGABYTE),
            "Size of all headers of a request");
    static final Option<Integer> REQUEST_BYTES =
            row("request-bytes", "bytes", 64 * MEGABYTE, "Size of a request; a larger one is answered with status 413");
    static final Option<Integer> UPLOAD_FILES =
            row("upload-files", "number", 20, "Files that come with one request; together they have its size");
    static final Option<Integer> TOKENS = row("document-tokens", "number", 500_000, "Tokens of a GraphQL document")
            .notYet();
    static final Option<Integer> DEPTH = row("document-depth", "number", 500, "Nesting of a GraphQL document")
            .notYet();
    static final Option<Integer> BATCH = row("batch", "number", 100, "Operations in one request");
    static final Option<Integer> RELATED = row(
            "related-fields",
            "number",
            PlannerOptions.RELATED_MAX,
            "Fields of one statement that lead to other rows; Postgres plans a join for each");
    static final Option<Integer> UPDATES =
            row("updates", "number", PlannerOptions.UPDATES_MAX, "Updates of one update_many, each a statement");
    static final Option<Integer> JOIN_KEYS = row(
            "join-keys",
            "number",
            JoinLimits.DEFAULT.remoteKeys(),
            "Keys of one request of a join to a remote schema or an action; a statement takes ten times as many");
    static final Option<Integer> PARALLEL_CALLS = row(
            "parallel-calls",
            "number",
            JoinLimits.DEFAULT.atATime(),
            "Calls that one request waits for side by side, on each level of its joins");
    static final Option<Integer> SQL_BYTES =
            row("sql-answer-bytes", "bytes", 64 * MEGABYTE, "Size of a statement's answer");
    static final Option<Integer> WEBHOOK_BYTES =
            row("webhook-answer-bytes", "bytes", 32 * MEGABYTE, "Size of a webhook's or remote schema's answer");
    static final Option<Integer> POOL_WAITING = row(
                    "pool-waiting", "number", 10_000, "Requests that wait for a connection to one source")
            .notYet();
    static final Option<Integer> KEEP_ALIVE = Option.of(
            "keep-alive",
            "DOVETAIL_KEEP_ALIVE",
            Syntax.atLeast(1, "seconds"),
            "75",
            "How long a client's connection may be idle between requests");
    static final Option<Integer> EVENT_LOOPS = Option.of(
            "event-loops",
            "DOVETAIL_EVENT_LOOPS",
            Syntax.atLeast(0, "number"),
            "0",
            "Threads that serve sockets; 0 for one to every two processors");

    static final OptionGroup GROUP = new OptionGroup(
            "Limits",
            List.of(
                    REQUEST_BYTES,
                    HEADER_BYTES,
                    UPLOAD_FILES,
                    TOKENS,
                    DEPTH,
                    BATCH,
                    RELATED,
                    UPDATES,
                    JOIN_KEYS,
                    PARALLEL_CALLS,
                    SQL_BYTES,
                    WEBHOOK_BYTES,
                    POOL_WAITING,
                    KEEP_ALIVE,
                    EVENT_LOOPS));

    static LimitOptions of(Settings settings) {
        return new LimitOptions(
                settings.get(REQUEST_BYTES),
                settings.get(HEADER_BYTES),
                settings.get(UPLOAD_FILES),
                settings.get(TOKENS),
                settings.get(DEPTH),
                settings.get(BATCH),
                settings.get(RELATED),
                settings.get(UPDATES),
                joins(settings.get(JOIN_KEYS), settings.get(PARALLEL_CALLS)),
                settings.get(SQL_BYTES),
                settings.get(WEBHOOK_BYTES),
                settings.get(POOL_WAITING),
                Duration.ofSeconds(settings.get(KEEP_ALIVE)),
                eventLoops(settings.get(EVENT_LOOPS)));
    }

    /** Half of the processors unless given: on two, Postgres beside us, a second loop made small queries slower. */
    private static int eventLoops(int given) {
        return given == 0 ? Math.max(1, Runtime.getRuntime().availableProcessors() / 2) : given;
    }

    private static JoinLimits joins(int keys, int atATime) {
        return new JoinLimits((int) Math.min(10L * keys, Integer.MAX_VALUE), keys, atATime);
    }

    private static Option<Integer> row(String name, String unit, int fallback, String help) {
        var env = "DOVETAIL_MAX_" + name.replace('-', '_').toUpperCase(Locale.ROOT);
        return Option.of("max-" + name, env, Syntax.atLeast(1, unit), Integer.toString(fallback), help);
    }
}
