package dev.dovetail.postgres;

import dev.dovetail.command.CallHistory;
import dev.dovetail.event.ActionQueue;
import dev.dovetail.execute.ActionJob;
import dev.dovetail.execute.ActionLog;
import dev.dovetail.json.Json;
import dev.dovetail.name.ActionName;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Calls of asynchronous actions in the reference's table {@code hdb_catalog.hdb_action_log}, whose rows and statuses
 * mean what they mean there, so that instances of both may share it. Columns of ours beside them hold the lease. A row
 * that the reference left in {@code processing} has none: whether its call was made nobody knows, so it is left alone.
 */
public final class PgActionLog implements ActionLog, ActionQueue, CallHistory {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final PgDatabase database;
    private final UUID instance;

    /** @param instance who we are among the instances that share this metadata */
    public PgActionLog(PgDatabase database, UUID instance) {
        this.database = database;
        this.instance = instance;
    }

    @Override
    public UUID add(Entry entry) {
        var id = ask(
                ActionLogSql.ADD,
                entry.action().value(),
                Json.write(entry.input()),
                Json.write(headers(entry.headers())),
                Json.write(entry.session()));
        return UUID.fromString(id);
    }

    @Override
    public Optional<Recorded> find(ActionName action, UUID id) {
        var row = Json.read(ask(ActionLogSql.FIND, id.toString(), action.value()));
        return row.isNull()
                ? Optional.empty()
                : Optional.of(new Recorded(
                        id,
                        row.path("created_at").asString(""),
                        row.get("output"),
                        row.get("errors"),
                        row.get("session")));
    }

    @Override
    public ObjectNode page(Wanted wanted) {
        var action = wanted.action();
        return object(Json.read(ask(
                ActionLogSql.PAGE,
                action == null ? null : action.value(),
                wanted.status(),
                String.valueOf(wanted.payload()),
                String.valueOf(wanted.offset()),
                String.valueOf(wanted.limit()))));
    }

    @Override
    public void clear(ActionName action) {
        ask(ActionLogSql.CLEAR, action.value());
    }

    /** Looks first: to add a column that is there already would lock the table all the same. */
    @Override
    public void prepare() {
        if (ask(ActionLogSql.PREPARED).equals("true")) {
            return;
        }
        database.transact(LIMIT, transaction -> {
            transaction.command(ActionLogSql.PREPARE);
            return true;
        });
    }

    @Override
    public List<ActionJob> take(Set<ActionName> actions, int atMost, Duration lease) {
        var names = actions.stream().map(ActionName::value).toArray(String[]::new);
        var rows =
                Json.read(ask(ActionLogSql.TAKE, names, String.valueOf(atMost), interval(lease), instance.toString()));
        var jobs = new ArrayList<ActionJob>();
        rows.forEach(row -> jobs.add(job(row)));
        return jobs;
    }

    private static ActionJob job(JsonNode row) {
        return new ActionJob(
                UUID.fromString(row.path("id").asString("")),
                new ActionName(row.path("action_name").asString("")),
                object(row.path("input")),
                headers(row.path("headers")),
                object(row.path("session")),
                Duration.ofMillis(row.path("age_ms").asLong()),
                row.path("tries").asInt());
    }

    @Override
    public void renew(Collection<UUID> ids, Duration lease) {
        ask(ActionLogSql.RENEW, texts(ids), interval(lease), instance.toString());
    }

    @Override
    public void finish(UUID id, ActionJob.Outcome outcome) {
        switch (outcome) {
            case ActionJob.Outcome.Completed(var output) ->
                ask(ActionLogSql.FINISH, id.toString(), "completed", Json.write(output), null);
            case ActionJob.Outcome.Failed(var errors) ->
                ask(ActionLogSql.FINISH, id.toString(), "error", null, Json.write(errors));
        }
    }

    @Override
    public void release(Collection<UUID> ids) {
        ask(ActionLogSql.RELEASE, texts(ids), instance.toString());
    }

    private String ask(String sql, @Nullable Object... values) {
        return new String(database.run(sql, Arrays.asList(values), LIMIT), StandardCharsets.UTF_8);
    }

    private static String interval(Duration duration) {
        return duration.toMillis() + " milliseconds";
    }

    private static String[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    /** One value as the reference has it, a text; several as a list. */
    private static ObjectNode headers(SequencedMap<String, List<String>> headers) {
        var object = Json.object();
        headers.forEach((name, values) -> {
            if (values.size() == 1) {
                object.put(name, values.getFirst());
            } else {
                var list = object.putArray(name);
                values.forEach(list::add);
            }
        });
        return object;
    }

    private static SequencedMap<String, List<String>> headers(JsonNode stored) {
        var headers = new LinkedHashMap<String, List<String>>();
        for (var header : stored.properties()) {
            var values = new ArrayList<String>();
            if (header.getValue().isArray()) {
                header.getValue().forEach(value -> values.add(value.asString("")));
            } else {
                values.add(header.getValue().asString(""));
            }
            headers.put(header.getKey().toLowerCase(Locale.ROOT), values);
        }
        return headers;
    }

    private static ObjectNode object(JsonNode node) {
        return node instanceof ObjectNode object ? object : Json.object();
    }
}
