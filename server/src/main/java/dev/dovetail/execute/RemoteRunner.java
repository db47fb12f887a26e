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

    StepAnswer run(Step.RemoteCall step, Call call, ResponseHeaders headers) {
        var data = send(step.remote(), document(step.query(), Inputs.of(call)), call, headers);
        for (var key : step.keys()) {
            if (!data.has(key)) {
                throw new ApiException(ErrorCode.REMOTE_SCHEMA_ERROR, Path.ROOT, "expecting key " + key);
            }
        }
        return new StepAnswer.Nodes(new RemoteShape(step.remote().naming()).object(step.shape(), data));
    }

    /** The {@code data} of the answer. Throws {@link ApiException} when there is none, or the answer holds errors. */
    ObjectNode send(RemoteSchema remote, Document document, Call call, ResponseHeaders headers) {
        var response = post(remote, document, call);
        var data = RemoteAnswer.data(response.body(), dataFirst);
        headers.takeFrom(response.headers());
        return data;
    }

    /** As {@link #send}, with the errors beside the data. */
    RemoteAnswer.Parts sendPartial(RemoteSchema remote, Document document, Call call) {
        return RemoteAnswer.parts(post(remote, document, call).body());
    }

    private Http.Response post(RemoteSchema remote, Document document, Call call) {
        var body = Json.object();
        body.put("query", document.text());
        if (!document.variables().isEmpty()) {
            body.set("variables", document.variables());
        }
        if (document.operationName() != null) {
            body.put("operationName", document.operationName());
        }
        var request = new Http.Request(
                "POST",
                remote.url(),
                OutgoingHeaders.ofRemote(remote, call),
                Json.writeBytes(body),
                call.deadline().cut(remote.timeout()));
        return send(remote, request, call);
    }

    private Http.Response send(RemoteSchema remote, Http.Request request, Call call) {
        var occasion = new Caller.Occasion(
                Observation.Caller.REMOTE_SCHEMA, remote.name().value(), call.requestId());
        try {
            return caller.send(occasion, request);
        } catch (HttpFailure failure) {
            // The reference names the address as the metadata writes it; ours is resolved and may hold a secret.
            var message = "HTTP exception occurred while sending the request to \""
                    + remote.name().value() + '"';
            throw new ApiException(
                    ErrorCode.REMOTE_SCHEMA_ERROR, Path.ROOT, message, Caller.describe(request, failure));
        }
    }

    private static Document document(RemoteQuery query, Inputs inputs) {
        var text = head(query.kind(), query.operationName(), declarations(query.variables())) + " {"
                + query.selections() + "}";
        return new Document(text, query.operationName(), values(query.variables(), inputs));
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
