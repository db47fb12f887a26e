package dev.dovetail.planner;

import dev.dovetail.graphql.ast.OperationKind;
import dev.dovetail.model.RemoteSchema;
import dev.dovetail.operation.BoundField;
import dev.dovetail.plan.RemoteQuery;
import dev.dovetail.plan.Shape;
import dev.dovetail.plan.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Root fields of a remote schema, together in one request. */
record RemotePlanner(StatementFactory statements) {

    Step.RemoteCall plan(
            OperationKind kind, @Nullable String operationName, RemoteSchema remote, List<BoundField> fields) {
        var outside = OutsideJoins.ofRemote(statements.joinTargets(), fields);
        var joins = new Joins();
        var text = new RemoteText(remote, statements, fields);
        var shapes = Shapes.ofRemote(OutsideKeys.OfRemote.of(fields), text.isCut());
        var shaped = new ArrayList<Shape.Field>();
        for (var field : fields) {
            text.field(field).space();
            outside.collect(field, List.of(field.key()), joins);
            shaped.add(new Shape.Field.Taken(field.key(), field.key(), shapes.of(field)));
        }
        var query = new RemoteQuery(
                kind, operationName, text.variables(), text.text().strip());
        var keys = fields.stream().map(BoundField::key).toList();
        return new Step.RemoteCall(remote, keys, query, new Shape.ObjectShape("", shaped, false), joins.tree());
    }
}
