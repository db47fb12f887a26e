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
import java.util.LinkedHashMap;
import tools.jackson.databind.JsonNode;

/** Data calls by way of plans, as GraphQL operations go; their plans are not kept. */
public final class PlannedData implements DataRunner {
    private final Planner planner;
    private final Executor executor;

    public PlannedData(Planner planner, Executor executor) {
        this.planner = planner;
        this.executor = executor;
    }

    @Override
    public JsonNode run(DataCall call, Model model, Session session) {
        var bound = new DataBinder(model, session.role()).bind(call);
        var plan = planner.plan(bound.operation(), new Schemas(model).of(SchemaKey.of(session)));
        var answer =
                executor.run(plan, new Call(Json.object(), session, null, new LinkedHashMap<>(), "", Deadline.NONE));
        var data = answer.data();
        if (data == null) {
            throw new ApiException(answer.failures());
        }
        JsonNode at = Json.read(data);
        for (var key : bound.answerAt()) {
            at = at.path(key);
        }
        return at;
    }
}
