package dev.dovetail.planner;

import dev.dovetail.graphql.type.TypeUse;
import dev.dovetail.model.RemoteRelationship;
import dev.dovetail.model.RemoteRelationship.Target;
import dev.dovetail.operation.BoundField;
import dev.dovetail.plan.JoinTarget;
import dev.dovetail.schema.Meaning;

/** Where a joined field's values come from, whatever it starts at. */
record JoinTargets(StatementFactory statements) {

    JoinTarget of(RemoteRelationship relationship, BoundField field) {
        return switch (relationship.target()) {
            case Target.ToTable(var kind, var table, var columns) ->
                new TableJoins(statements).target(table, columns, TableJoins.Answer.of(kind), field);
            case Target.ToRemoteSchema target -> new RemoteJoins(this, relationship, target).target(field);
            case Target.ToAction target -> new ActionJoins(this, relationship, target).target(field);
        };
    }

    JoinTarget aggregate(RemoteRelationship relationship, BoundField field) {
        if (relationship.target() instanceof Target.ToTable(var _, var table, var columns)) {
            return new TableJoins(statements).target(table, columns, TableJoins.Answer.AGGREGATE, field);
        }
        throw new IllegalStateException("only tables have aggregates: " + relationship.field());
    }

    /** The type of what one key leads to. */
    static TypeUse<Meaning> perKey(RemoteRelationship relationship, BoundField field) {
        var type = field.definition().type();
        return relationship.spreads()
                        && !relationship.target().leadsToMany()
                        && type.unwrapped() instanceof TypeUse.ListOf<Meaning>(var of)
                ? of
                : type;
    }
}
