package dev.dovetail.execute;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.graphql.ast.TypeSyntax;
import dev.dovetail.json.Json;
import dev.dovetail.model.Action;
import dev.dovetail.plan.JoinTarget;
import dev.dovetail.plan.JoinTarget.Given;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One call of a handler for some keys: for one, or for many where the handler takes a list of inputs. */
record ActionBatch(JoinTarget.ToAction target, List<JoinKeys.Tuple> tuples) {

    /** One value for each of the tuples, in their order. */
    Underway<List<JsonNode>> start(ActionRunner actions, Turn turn) {
        var inputs = new ActionInputs(Inputs.of(turn.call()));
        if (!target.batch()) {
            return actions.ask(target.action(), input(inputs, tuples.getFirst()), turn)
                    .then(reply -> List.of(reply.checked(this::element)));
        }
        var list = Json.array();
        tuples.forEach(tuple -> list.add(input(inputs, tuple)));
        return actions.ask(target.action(), list, turn).then(reply -> reply.checked(this::elements));
    }

    private JsonNode element(JsonNode body) {
        return ActionShape.apply(target.action(), target.shape(), body);
    }

    private List<JsonNode> elements(JsonNode body) {
        if (!body.isArray()) {
            throw fault("expecting array for the action webhook response");
        }
        if (body.size() != tuples.size()) {
            throw fault(
                    "expecting " + tuples.size() + " elements in the action webhook response, but got " + body.size());
        }
        return body.valueStream().map(this::element).toList();
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
