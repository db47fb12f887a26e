package dev.dovetail.execute;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Failure;
import dev.dovetail.error.Path;
import dev.dovetail.execute.JoinFetcher.Fetched;
import dev.dovetail.graphql.ast.TypeSyntax;
import dev.dovetail.json.Json;
import dev.dovetail.model.Action;
import dev.dovetail.plan.JoinTarget;
import dev.dovetail.plan.JoinTarget.Given;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One call of a handler for some keys: for one, or for many where the handler takes a list of inputs. */
record ActionBatch(JoinTarget.ToAction target, List<JoinKeys.Tuple> tuples) {

    /**
     * @param tries of a partial join: what is wrong for one of the tuples is told beside what there is for the others
     */
    Underway<Fetched> start(ActionRunner actions, Turn turn, @Nullable Tries tries) {
        var inputs = new ActionInputs(Inputs.of(turn.call()));
        if (!target.batch()) {
            return actions.ask(target.action(), input(inputs, tuples.getFirst()), turn)
                    .then(reply -> Fetched.of(List.of(reply.checked(this::element))));
        }
        if (tries != null) {
            return Salvage.fetch(tuples, tries, some -> new ActionBatch(target, some).attempt(actions, inputs, turn));
        }
        var list = Json.array();
        tuples.forEach(tuple -> list.add(input(inputs, tuple)));
        return actions.ask(target.action(), list, turn).then(reply -> Fetched.of(reply.checked(this::elements)));
    }

    private Underway<Salvage.Attempt> attempt(ActionRunner actions, ActionInputs inputs, Turn turn) {
        var list = Json.array();
        var unfit = new LinkedHashMap<Integer, ApiException>();
        for (var i = 0; i < tuples.size(); i++) {
            try {
                list.add(input(inputs, tuples.get(i)));
            } catch (ApiException refused) {
                unfit.put(i, refused);
            }
        }
        return unfit.isEmpty() ? attempt(actions, list, turn) : Underway.done(Salvage.unfit(tuples, unfit));
    }

    private Underway<Salvage.Attempt> attempt(ActionRunner actions, JsonNode list, Turn turn) {
        return Underway.starting(() -> actions.ask(target.action(), list, turn))
                .<Salvage.Attempt>then(reply -> new Salvage.Attempt.Told(each(reply)))
                .orElse(fault -> switch (fault) {
                    case ApiException refused -> new Salvage.Attempt.Refused(refused);
                    case Throwable other -> throw new CompletionException(other);
                });
    }

    /** Only the first failure gets to hold the handler's whole answer. */
    private Fetched each(ActionReply reply) {
        var elements = reply.checked(this::counted);
        var values = new ArrayList<@Nullable JsonNode>();
        var failures = new ArrayList<Failure>();
        for (var i = 0; i < tuples.size(); i++) {
            try {
                var element = elements.get(i);
                values.add(failures.isEmpty() ? reply.checked(_ -> element(element)) : element(element));
            } catch (ApiException unfit) {
                values.add(null);
                failures.addAll(JoinFailures.at(JoinKeys.placesOf(List.of(tuples.get(i))), unfit.failures()));
            }
        }
        return new Fetched(values, JoinFailures.bounded(failures.stream()));
    }

    private JsonNode element(JsonNode body) {
        return ActionShape.apply(target.action(), target.shape(), body);
    }

    private List<JsonNode> elements(JsonNode body) {
        return counted(body).stream().map(this::element).toList();
    }

    private List<JsonNode> counted(JsonNode body) {
        if (!body.isArray()) {
            throw fault("expecting array for the action webhook response");
        }
        if (body.size() != tuples.size()) {
            throw fault(
                    "expecting " + tuples.size() + " elements in the action webhook response, but got " + body.size());
        }
        return List.copyOf(body.values());
    }

    private static ApiException fault(String message) {
        return new ApiException(ErrorCode.UNEXPECTED, Path.ROOT, message);
    }

    private ObjectNode input(ActionInputs inputs, JoinKeys.Tuple tuple) {
        var object = Json.object();
        target.input().forEach((name, given) -> {
            var value = value(inputs, given, tuple, type(name));
            if (value != null) {
                object.set(name, inputs.coerced(target.action(), name, value, path(name, given)));
            }
        });
        return object;
    }

    private Path path(String argument, Given given) {
        return given instanceof Given.Client(var input)
                ? input.path()
                : target.arguments().key(argument);
    }

    private @Nullable TypeSyntax type(String argument) {
        return target.action().arguments().stream()
                .filter(each -> each.name().equals(argument))
                .findFirst()
                .map(Action.Argument::type)
                .orElse(null);
    }

    private @Nullable TypeSyntax within(@Nullable TypeSyntax object, String field) {
        var known = target.action().inputs();
        return object == null || known == null
                ? null
                : known.field(object.typeName(), field).orElse(null);
    }

    /**
     * Null for what the client leaves out.
     *
     * @param type of the place, or of a list that it stands in; null within a scalar
     */
    private @Nullable JsonNode value(
            ActionInputs inputs, Given given, JoinKeys.Tuple tuple, @Nullable TypeSyntax type) {
        return switch (given) {
            case Given.Key(var index) -> {
                var key = tuple.values().get(index);
                yield type == null ? key : KeyFit.of(type, key);
            }
            case Given.Constant(var value) -> value;
            case Given.Client(var input) -> inputs.inputs().find(input.value());
            case Given.ListOf(var items) -> {
                var list = Json.array();
                items.forEach(item -> list.add(value(inputs, item, tuple, type)));
                yield list;
            }
            case Given.ObjectOf(var fields) -> {
                var object = Json.object();
                fields.forEach((name, field) -> object.set(name, value(inputs, field, tuple, within(type, name))));
                yield object;
            }
        };
    }
}
