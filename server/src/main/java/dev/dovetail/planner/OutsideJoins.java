package dev.dovetail.planner;

import dev.dovetail.error.ApiException;
import dev.dovetail.operation.BoundField;
import dev.dovetail.plan.JoinTarget;
import dev.dovetail.plan.JoinTree;
import dev.dovetail.schema.FieldMeaning;
import java.util.List;

/** Joins of what comes from outside: of a handler's answer or a remote schema's. */
record OutsideJoins(JoinTargets targets, OutsideKeys keys) {
    /** Types that differ in what is joined multiply with every level: each has the joins of all within its own. */
    private static final int JOINS_MAX = 1_000;

    static OutsideJoins ofHandler(JoinTargets targets) {
        return new OutsideJoins(targets, new OutsideKeys.OfHandler());
    }

    /** @param fields all that one request asks for */
    static OutsideJoins ofRemote(JoinTargets targets, List<BoundField> fields) {
        return new OutsideJoins(targets, OutsideKeys.OfRemote.of(fields));
    }

    /** Of the elements that a join has fetched. */
    JoinTree ofElement(BoundField field) {
        var joins = new Joins();
        collect(field, List.of(JoinTarget.ELEMENT), joins);
        return joins.tree();
    }

    /** @param path to the objects that the field answers */
    void collect(BoundField holder, List<String> path, Joins joins) {
        collect(holder, path, "", joins);
    }

    private void collect(BoundField holder, List<String> path, String outer, Joins joins) {
        var object = holder.definition().type().named().name();
        var type = holder.definition().type().named().type().get();
        for (var each : Members.scoped(type, holder.fields())) {
            var field = each.field();
            var scope = outer + each.scope();
            if (joins.size() > JOINS_MAX) {
                throw ApiException.validation(
                        field.path(), "the operation joins one answer in more than " + JOINS_MAX + " places");
            }
            switch (field.meaning()) {
                case FieldMeaning.Joined(var relationship) ->
                    joins.add(
                            path,
                            field.key(),
                            keys.keys(field, object, scope),
                            relationship,
                            targets.of(relationship, field));
                case FieldMeaning.JoinedAggregate(var relationship) ->
                    joins.add(
                            path,
                            field.key(),
                            keys.keys(field, object, scope),
                            relationship,
                            targets.aggregate(relationship, field));
                case FieldMeaning.Answered _, FieldMeaning.RemoteField _ ->
                    collect(field, Joins.within(path, field.key()), scope, joins);
                case FieldMeaning.TypeName _ -> {}
                case FieldMeaning.ColumnValue _, FieldMeaning.CapitalValue _
                when field.inputs().isEmpty() -> {}
                default ->
                    throw ApiException.validation(
                            field.path(),
                            "field '" + field.name() + "' cannot be taken from an action's answer, only columns can");
            }
        }
    }
}
