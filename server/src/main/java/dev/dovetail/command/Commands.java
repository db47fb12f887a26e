package dev.dovetail.command;

import dev.dovetail.error.Path;
import dev.dovetail.metadata.Fields;
import dev.dovetail.session.Session;
import tools.jackson.databind.JsonNode;

/** The metadata API on top of {@link Changes}. */
public final class Commands implements MetadataApi {
    private final Changes changes;
    private final RequestRunner runner;

    public Commands(Changes changes, SqlRunner sql) {
        this.changes = changes;
        this.runner = new RequestRunner(changes, sql);
    }

    @Override
    public JsonNode handle(Endpoint endpoint, Session session, JsonNode body) {
        if (!session.role().isAdmin()) throw MetadataApi.adminOnly();
        var request = Requests.decode(endpoint, body, Path.ROOT);
        if (!request.changes()) return runner.runUnchanging(request);
        var expected = Fields.of("RQLRequest", body, Path.ROOT).optionalInt("resource_version");
        return changes.change(expected == null ? null : expected.longValue(), draft -> runner.run(request, draft));
    }
}
