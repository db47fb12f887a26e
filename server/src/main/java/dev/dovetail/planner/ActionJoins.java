package dev.dovetail.planner;

import dev.dovetail.graphql.ValueJson;
import dev.dovetail.graphql.ast.Value;
import dev.dovetail.model.RemoteRelationship;
import dev.dovetail.operation.BoundField;
import dev.dovetail.plan.ActionInput;
import dev.dovetail.plan.JoinTarget;
import dev.dovetail.plan.JoinTarget.Given;
import java.util.LinkedHashMap;

/** Joins to actions. */
record ActionJoins(JoinTargets targets, RemoteRelationship relationship, RemoteRelationship.Target.ToAction target) {

    JoinTarget target(BoundField field) {
        var input = new LinkedHashMap<String, Given>();
        target.arguments().forEach((name, value) -> input.put(name, given(value)));
        field.inputs()
                .forEach((name, entry) -> input.put(
                        name,
                        new Given.Client(new ActionInput(
                                entry.value().source(), entry.value().path()))));
        return new JoinTarget.ToAction(
                target.action(),
                input,
                target.batch(),
                Shapes.ofAnswer(JoinTargets.perKey(relationship, field), field.fields()),
                OutsideJoins.ofHandler(targets).ofElement(field),
                field.path().key("args"));
    }

    private Given given(Value value) {
        return switch (value) {
            case Value.Variable(var name) -> new Given.Key(index(name));
            case Value.ListValue(var items) ->
                new Given.ListOf(items.stream().map(this::given).toList());
            case Value.ObjectValue(var fields) -> {
                var all = new LinkedHashMap<String, Given>();
                fields.forEach((name, each) -> all.put(name, given(each)));
                yield new Given.ObjectOf(all);
            }
            case Value.IntValue _,
                    Value.FloatValue _,
                    Value.StringValue _,
                    Value.BooleanValue _,
                    Value.NullValue _,
                    Value.EnumValue _ -> new Given.Constant(ValueJson.toJson(value));
        };
    }

    private int index(String name) {
        var keys = relationship.keys();
        for (var i = 0; i < keys.size(); i++) {
            if (keys.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalStateException("no key " + name);
    }
}
