package dev.dovetail.command;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Failure;
import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.metadata.Out;
import dev.dovetail.model.Model;
import dev.dovetail.operation.legacy.DataCall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Runs one session's decoded requests on a draft. */
final class RequestRunner {
    private final Changes changes;
    private final SqlRunner sql;
    private final BiFunction<DataCall, Model, JsonNode> data;
    private final CallHistory history;

    /** @param data runs a data call as the session */
    RequestRunner(Changes changes, SqlRunner sql, BiFunction<DataCall, Model, JsonNode> data, CallHistory history) {
        this.changes = changes;
        this.sql = sql;
        this.data = data;
        this.history = history;
    }

    JsonNode run(Request request, Draft draft) {
        return switch (request) {
            case Request.Change change -> draft.apply(List.of(change)).getFirst();
            case Request.Ask ask -> ask(ask, draft.state());
            case Request.Sql statement -> sql(statement, draft);
            case Request.Data data -> data(data, draft.state());
            case Request.Calls calls -> calls(calls);
            case Request.Tables tables -> tables(tables, draft);
            case Request.Bulk bulk -> bulk(bulk, draft);
        };
    }

    /** A request that changes neither metadata nor what is served; SQL may still change data and unchecked schema. */
    JsonNode runUnchanging(Request request) {
        return runUnchanging(request, changes.read());
    }

    private JsonNode runUnchanging(Request request, State state) {
        return switch (request) {
            case Request.Ask ask -> ask(ask, state);
            case Request.Sql statement -> unchecked(statement, state);
            case Request.Data data -> data(data, state);
            case Request.Calls calls -> calls(calls);
            case Request.Bulk bulk -> unchangingBulk(bulk, state);
            case Request.Change _, Request.Tables _ -> throw new IllegalArgumentException("not an unchanging request");
        };
    }

    /**
     * Questions alone are about one state, so that a version that is asked for is that of the other answers; what comes
     * after SQL sees what that did.
     */
    private ArrayNode unchangingBulk(Request.Bulk bulk, State state) {
        if (bulk.kind() == Request.Bulk.Kind.CONCURRENT && bulk.writesData()) throw onlyReading();
        var asksOnly = bulk.parts().stream().allMatch(Request.Ask.class::isInstance);
        var answers = Json.array();
        for (var part : bulk.parts()) {
            try {
                answers.add(runUnchanging(part, asksOnly ? state : changes.read()));
            } catch (ApiException refusal) {
                if (bulk.kind() != Request.Bulk.Kind.KEEP_GOING) throw refusal;
                answers.add(Refusals.asElement(refusal));
            }
        }
        return answers;
    }

    private static JsonNode ask(Request.Ask ask, State state) {
        try {
            return ask.question().answer(state);
        } catch (ApiException refusal) {
            throw Refusals.under(ask.args(), refusal);
        }
    }

    private JsonNode calls(Request.Calls request) {
        try {
            return history.page(request.wanted());
        } catch (ApiException refusal) {
            throw Refusals.under(request.args(), refusal);
        }
    }

    private JsonNode data(Request.Data request, State state) {
        try {
            return data.apply(request.call(), state.built().model());
        } catch (ApiException refusal) {
            throw Refusals.under(request.args(), refusal);
        }
    }

    private JsonNode unchecked(Request.Sql request, State state) {
        var statement = request.sql();
        try {
            Lookup.source(state.metadata(), statement.source());
            var answer = sql.run(statement.source(), statement.request(), inFlight -> RunSql.answer(inFlight.result()));
            if (!statement.readOnly()) changes.markStale(statement.source());
            return answer;
        } catch (ApiException refusal) {
            throw Refusals.under(request.args(), refusal);
        }
    }

    private JsonNode sql(Request.Sql request, Draft draft) {
        var statement = request.sql();
        try {
            var source = Lookup.source(draft.state().metadata(), statement.source());
            if (!statement.checksMetadata()) {
                var answer =
                        sql.run(statement.source(), statement.request(), inFlight -> RunSql.answer(inFlight.result()));
                if (!statement.readOnly()) draft.markStale(statement.source());
                return answer;
            }
            JsonNode answer = sql.run(statement.source(), statement.request(), inFlight -> {
                var now = inFlight.catalog(WorldReader.enumTables(source));
                var world = draft.state().world();
                var before = world.catalogs().getOrDefault(source.name(), now);
                FunctionDrift.check(source, before, now);
                var followed = SchemaDrift.follow(draft.state().metadata(), source, before, now);
                draft.settle(
                        followed,
                        world.with(source.name(), WorldReader.reading(source, now, world)),
                        new Verdict.Dependents(statement.cascade()));
                return RunSql.answer(inFlight.result());
            });
            draft.markChangedBySql(source.name());
            return answer;
        } catch (ApiException refusal) {
            throw Refusals.under(request.args(), refusal);
        }
    }

    private JsonNode bulk(Request.Bulk bulk, Draft draft) {
        return switch (bulk.kind()) {
            case IN_ORDER -> inOrder(bulk.parts(), draft);
            case KEEP_GOING -> keepGoing(bulk.parts(), draft);
            case ATOMIC -> {
                inOrder(bulk.parts(), draft);
                yield Answers.success();
            }
            case CONCURRENT -> throw onlyReading();
        };
    }

    private static ApiException onlyReading() {
        return new ApiException(
                ErrorCode.UNEXPECTED, Path.ROOT, "Only read-only queries are allowed in a concurrent_bulk");
    }

    /** Neighbouring commands are built as one. */
    private ArrayNode inOrder(List<Request> parts, Draft draft) {
        var answers = Json.array();
        var neighbours = new ArrayList<Request.Change>();
        for (var part : parts) {
            if (part instanceof Request.Change change && !change.command().standsAlone()) {
                neighbours.add(change);
                continue;
            }
            flush(neighbours, draft, answers);
            answers.add(run(part, draft));
        }
        flush(neighbours, draft, answers);
        return answers;
    }

    private static void flush(List<Request.Change> neighbours, Draft draft, ArrayNode answers) {
        if (neighbours.isEmpty()) return;
        draft.apply(neighbours).forEach(answers::add);
        neighbours.clear();
    }

    private ArrayNode keepGoing(List<Request> parts, Draft draft) {
        var answers = Json.array();
        for (var part : parts) {
            try {
                answers.add(run(part, draft));
            } catch (ApiException refusal) {
                answers.add(Refusals.asElement(refusal));
            }
        }
        return answers;
    }

    private JsonNode tables(Request.Tables request, Draft draft) {
        var failures = new HashMap<Request.Tables.Table, String>();
        var all = request.tables().stream()
                .map(each -> new Request.Change(request.args(), each.command()))
                .toList();
        if (!draft.tryTogether(all)) {
            for (var table : request.tables()) {
                try {
                    draft.apply(new Request.Change(Path.ROOT, table.command()));
                } catch (ApiException refusal) {
                    failures.put(table, message(refusal));
                }
            }
        }
        return answer(request, failures);
    }

    private static String message(ApiException refusal) {
        return refusal.failure() instanceof Failure.Own own ? own.message() : String.valueOf(refusal.getMessage());
    }

    private static JsonNode answer(Request.Tables request, Map<Request.Tables.Table, String> failures) {
        var warnings = request.tables().stream()
                .filter(failures::containsKey)
                .map(each -> (JsonNode) Out.object()
                        .put("code", request.warningCode())
                        .put("message", failures.get(each))
                        .put("name", each.id().title())
                        .put("type", each.id().type())
                        .done())
                .toList();
        var list = Out.array(warnings, each -> each);
        if (!warnings.isEmpty() && warnings.size() == request.tables().size()) {
            throw new ApiException(
                    ErrorCode.INVALID_CONFIGURATION, request.args(), "all tables failed to " + request.verb(), list);
        }
        if (!warnings.isEmpty() && !request.allowWarnings()) {
            throw new ApiException(
                    ErrorCode.METADATA_WARNINGS, request.args(), "failed due to metadata warnings", list);
        }
        return Out.object()
                .put("message", "success")
                .list("warnings", warnings, each -> each)
                .done();
    }
}
