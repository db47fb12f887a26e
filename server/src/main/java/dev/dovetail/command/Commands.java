package dev.dovetail.command;

import dev.dovetail.error.Path;
import dev.dovetail.execute.ActionLog;
import dev.dovetail.execute.Stoppable;
import dev.dovetail.metadata.Fields;
import dev.dovetail.name.ActionName;
import dev.dovetail.session.Session;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The metadata API on top of {@link Changes}. */
public final class Commands implements MetadataApi {
    private final Changes changes;
    private final SqlRunner sql;
    private final DataRunner data;
    private final ActionLog actions;
    private final CallHistory history;

    public Commands(Changes changes, SqlRunner sql, DataRunner data, ActionLog actions, CallHistory history) {
        this.changes = changes;
        this.sql = sql;
        this.data = data;
        this.actions = actions;
        this.history = history;
    }

    @Override
    public JsonNode handle(Endpoint endpoint, Session session, JsonNode body, Stoppable stoppable) {
        var isAdmin = session.role().isAdmin();
        if (!isAdmin && endpoint == Endpoint.METADATA) throw MetadataApi.adminOnly();
        var request = Requests.decode(endpoint, body, Path.ROOT);
        if (!isAdmin && request.isForAdminsOnly()) throw MetadataApi.adminOnly();
        var runner = new RequestRunner(
                changes, sql, (call, model) -> stoppable.run(() -> data.run(call, model, session)), history);
        if (!request.changes()) return runner.runUnchanging(request);
        var expected = Fields.of("RQLRequest", body, Path.ROOT).optionalInt("resource_version");
        var answer =
                changes.change(expected == null ? null : expected.longValue(), draft -> runner.run(request, draft));
        clear(DroppedActions.in(request));
        return answer;
    }

    /** Only now: until the metadata was saved, the actions might have stayed. */
    private void clear(List<ActionName> dropped) {
        for (var name : dropped) {
            if (changes.read().metadata().action(name).isEmpty()) actions.clear(name);
        }
    }
}
