package dev.dovetail.execute;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.graphql.ast.OperationKind;
import dev.dovetail.json.Json;
import dev.dovetail.model.RemoteSchema;
import dev.dovetail.model.ValueSource;
import dev.dovetail.observe.Observation;
import dev.dovetail.plan.RemoteQuery;
import dev.dovetail.plan.Step;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Sends GraphQL requests to remote schemas. */
public final class RemoteRunner {
    private final Caller caller;
    private final boolean dataFirst;

    public RemoteRunner(Caller caller) {
        this(caller, false);
    }

    /** @param dataFirst whether the data of an answer count although it also has errors */
    public RemoteRunner(Caller caller, boolean dataFirst) {
        this.caller = caller;
        this.dataFirst = dataFirst;
    }

    /** A request as it is sent. */
    record Document(String text, @Nullable String operationName, ObjectNode variables) {}

    Underway<StepAnswer> start(Step.RemoteCall step, Turn turn) {
        return post(step.remote(), document(step, turn.call()), turn)
                .then(response -> answer(step, response, turn.headers()));
    }

    private StepAnswer answer(Step.RemoteCall step, Http.Response response, ResponseHeaders headers) {
        var data = RemoteAnswer.data(response.body(), dataFirst);
        headers.takeFrom(response.headers());
        for (var key : step.keys()) {
            if (!data.has(key)) {
                throw new ApiException(ErrorCode.REMOTE_SCHEMA_ERROR, Path.ROOT, "expecting key " + key);
            }
        }
        return new StepAnswer.Nodes(new RemoteShape(step.remote().naming()).object(step.shape(), data));
    }

    /**
     * What is answered; fails with an {@link ApiException} when there are neither data nor errors, or, unless it is
     * partial, errors that may not stand beside the data.
     */
    Underway<RemoteAnswer.Parts> ask(RemoteSchema remote, Document document, Turn turn, boolean partial) {
        return post(remote, document, turn)
                .then(response -> partial
                        ? RemoteAnswer.parts(response)
                        : new RemoteAnswer.Parts(RemoteAnswer.data(response.body(), dataFirst), null, true));
    }

    private Underway<Http.Response> post(RemoteSchema remote, Document document, Turn turn) {
        var request = request(remote, document, turn.call());
        try {
            var answered = caller.start(occasion(remote, turn.call()), request).orElse(fault -> {
                throw noAnswer(remote, request, (HttpFailure) fault);
            });
            return turn.loop().of(answered, response -> response.body().length);
        } catch (HttpFailure failure) {
            throw noAnswer(remote, request, failure);
        }
    }

    private static Http.Request request(RemoteSchema remote, Document document, Call call) {
        var body = Json.object();
        body.put("query", document.text());
        if (!document.variables().isEmpty()) {
            body.set("variables", document.variables());
        }
        if (document.operationName() != null) {
            body.put("operationName", document.operationName());
        }
        return new Http.Request(
                "POST",
                remote.url(),
                OutgoingHeaders.ofRemote(remote, call),
                Json.writeBytes(body),
                call.deadline().cut(remote.timeout()));
    }

    private static Caller.Occasion occasion(RemoteSchema remote, Call call) {
        return new Caller.Occasion(
                Observation.Caller.REMOTE_SCHEMA, remote.name().value(), call.requestId());
    }

    /** The reference names the address as the metadata writes it; ours is resolved and may hold a secret. */
    private static ApiException noAnswer(RemoteSchema remote, Http.Request request, HttpFailure failure) {
        var message = "HTTP exception occurred while sending the request to \""
                + remote.name().value() + '"';
        return new ApiException(ErrorCode.REMOTE_SCHEMA_ERROR, Path.ROOT, message, Caller.describe(request, failure));
    }

    private static Document document(Step.RemoteCall step, Call call) {
        var query = step.query();
        var text = head(query.kind(), query.operationName(), declarations(query.variables())) + " {"
                + query.selections() + "}";
        return new Document(text, query.operationName(), values(query.variables(), Inputs.of(call)));
    }

    static String head(OperationKind kind, @Nullable String name, String declarations) {
        var named = name == null ? kind.keyword() : kind.keyword() + " " + name;
        return declarations.isEmpty() ? named : named + "(" + declarations + ")";
    }

    static String declarations(List<RemoteQuery.Variable> variables) {
        return variables.stream()
                .map(variable -> "$" + variable.name() + ": " + variable.type())
                .collect(Collectors.joining(", "));
    }

    /** A variable that the client did not give is not sent either, so that the remote's default holds. */
    static ObjectNode values(List<RemoteQuery.Variable> variables, Inputs inputs) {
        var values = Json.object();
        for (var variable : variables) {
            var value = variable.source() instanceof ValueSource.SessionVariable(var name)
                    ? SessionPreset.value(variable, name, inputs)
                    : inputs.find(variable.source());
            if (value != null) {
                values.set(variable.name(), value);
            }
        }
        return values;
    }
}
