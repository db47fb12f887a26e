package dev.dovetail.command;

import dev.dovetail.error.ApiException;
import dev.dovetail.execute.Call;
import dev.dovetail.execute.Deadline;
import dev.dovetail.execute.Executor;
import dev.dovetail.json.Json;
import dev.dovetail.model.Model;
import dev.dovetail.operation.legacy.DataBinder;
import dev.dovetail.operation.legacy.DataCall;
import dev.dovetail.planner.Planner;
import dev.dovetail.schema.SchemaKey;
import dev.dovetail.schema.Schemas;
import dev.dovetail.session.Session;
import java.time.Duration;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Data calls by way of plans, as GraphQL operations go; their plans are not kept. */
public final class PlannedData implements DataRunner {
    private final Planner planner;
    private final Executor executor;
    private final @Nullable Duration timeMax;

    /** @param timeMax for a call; null for none */
    public PlannedData(Planner planner, Executor executor, @Nullable Duration timeMax) {
        this.planner = planner;
        this.executor = executor;
        this.timeMax = timeMax;
    }

    @Override
    public JsonNode run(DataCall call, Model model, Session session) {
        var key = SchemaKey.of(session);
        var bound = new DataBinder(model, key).bind(call);
        var plan = planner.plan(bound.operation(), new Schemas(model).of(key));
        var deadline = timeMax == null ? Deadline.NONE : Deadline.in(timeMax);
        var answer = executor.run(plan, new Call(Json.object(), session, null, new LinkedHashMap<>(), "", deadline));
        var data = answer.data();
        if (data == null || !answer.failures().isEmpty()) {
            throw new ApiException(answer.failures());
        }
        JsonNode at = Json.read(data);
        for (var each : bound.answerAt()) {
            at = at.path(each);
        }
        return at;
    }
}
