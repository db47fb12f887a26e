package dev.dovetail.planner;

import dev.dovetail.graphql.type.ObjectType;
import dev.dovetail.model.Action;
import dev.dovetail.model.CustomType;
import dev.dovetail.model.Relationship;
import dev.dovetail.operation.BoundField;
import dev.dovetail.plan.ActionInput;
import dev.dovetail.plan.JoinTarget;
import dev.dovetail.plan.Step;
import dev.dovetail.schema.FieldMeaning;
import dev.dovetail.sql.Expr;
import dev.dovetail.sql.From;
import dev.dovetail.sql.Item;
import dev.dovetail.sql.Order;
import dev.dovetail.sql.Select;
import dev.dovetail.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Calls of actions, and the joins from their answers to tables. */
final class ActionPlanner {
    private static final String ORDINAL = "ordinal";

    private final StatementFactory statements;

    ActionPlanner(StatementFactory statements) {
        this.statements = statements;
    }

    Step.ActionCall plan(Action action, BoundField field) {
        var input = new LinkedHashMap<String, ActionInput>();
        field.inputs()
                .forEach((name, entry) -> input.put(
                        name,
                        new ActionInput(entry.value().source(), entry.value().path())));
        var joins = new Joins();
        collect(field, List.of(field.key()), joins);
        return new Step.ActionCall(field.key(), action, input, Shapes.ofAnswer(field), joins.tree());
    }

    private void collect(BoundField holder, List<String> path, Joins joins) {
        for (var field : holder.fields()) {
            switch (field.meaning()) {
                case FieldMeaning.AnswerRelated(var relationship) -> join(relationship, field, false, path, joins);
                case FieldMeaning.AnswerRelatedAggregate(var relationship) ->
                    join(relationship, field, true, path, joins);
                default -> {
                    if (field.definition().type().named().type().get() instanceof ObjectType) {
                        collect(field, Joins.within(path, field.key()), joins);
                    }
                }
            }
        }
    }

    private void join(
            CustomType.TypeRelationship relationship,
            BoundField field,
            boolean aggregate,
            List<String> path,
            Joins joins) {
        var keys =
                relationship.mapping().keySet().stream().map(Joins::hiddenKey).toList();
        joins.add(path, field.key(), keys, target(relationship, field, aggregate));
    }

    /** One statement for all keys: the keys side by side as rows in their order, the rows they lead to beside them. */
    private JoinTarget target(CustomType.TypeRelationship relationship, BoundField field, boolean aggregate) {
        var scope = statements.scope();
        var nested = new Joins();
        var rows = statements.rowSelect(scope, nested);
        var keys = scope.alias();
        var arrays = new ArrayList<Expr>();
        var names = new ArrayList<String>();
        for (var i = 0; i < relationship.mapping().size(); i++) {
            arrays.add(scope.joinKeys(i));
            names.add("key" + i);
        }
        names.add(ORDINAL);
        RowSelect.Correlation correlation = alias -> {
            var pairs = new ArrayList<Expr>();
            for (var column : relationship.mapping().values()) {
                var key = Casts.to(
                        new Expr.Column(keys, "key" + pairs.size()),
                        column.type().pg());
                pairs.add(Expr.equal(new Expr.Column(alias, column.name().value()), key));
            }
            return Expr.and(pairs);
        };
        var table = relationship.target().get();
        var path = List.of(JoinTarget.ELEMENT);
        var related = aggregate
                ? rows.aggregate(table, field, correlation, path)
                : relationship.kind() == Relationship.Kind.OBJECT
                        ? rows.one(table, field, correlation, false, path)
                        : rows.list(table, field, correlation, path);
        var found = scope.alias();
        var from = From.leftLateral(new From.Unnest(arrays, keys, names), related, found);
        var order = List.of(new Order(new Expr.Column(keys, ORDINAL), false, false));
        var list = JsonShape.list(new Expr.Column(found, "json"), order);
        var call = scope.finish(
                Statement.of(Envelope.of(Select.of(new Item(list, "json")).withFrom(from), scope)));
        return new JoinTarget.ToTable(table.source(), call, nested.tree());
    }
}
