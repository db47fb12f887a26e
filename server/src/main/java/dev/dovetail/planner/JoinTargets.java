package dev.dovetail.planner;

import dev.dovetail.error.ApiException;
import dev.dovetail.graphql.type.TypeUse;
import dev.dovetail.model.RemoteRelationship;
import dev.dovetail.model.RemoteRelationship.Target;
import dev.dovetail.operation.Binder;
import dev.dovetail.operation.BoundField;
import dev.dovetail.plan.JoinTarget;
import dev.dovetail.schema.Meaning;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Where a joined field's values come from, whatever it starts at. A field that counts for objects of many types, each
 * within others, is planned once.
 */
final class JoinTargets {
    /** What is asked of several types is merged for each combination of them, and then is planned for each. */
    private static final int FIELDS_MAX = 2 * Binder.FIELDS_MAX;

    private final StatementFactory statements;
    private final Map<BoundField, JoinTarget> made = new IdentityHashMap<>();
    private int fields;

    JoinTargets(StatementFactory statements) {
        this.statements = statements;
    }

    StatementFactory statements() {
        return statements;
    }

    JoinTarget of(RemoteRelationship relationship, BoundField field) {
        return once(field, () -> make(relationship, field));
    }

    JoinTarget aggregate(RemoteRelationship relationship, BoundField field) {
        return once(field, () -> makeAggregate(relationship, field));
    }

    private JoinTarget once(BoundField field, Supplier<JoinTarget> make) {
        var known = made.get(field);
        if (known != null) {
            return known;
        }
        count(field);
        var target = make.get();
        made.put(field, target);
        return target;
    }

    private JoinTarget make(RemoteRelationship relationship, BoundField field) {
        return switch (relationship.target()) {
            case Target.ToTable(var kind, var table, var columns) ->
                new TableJoins(statements).target(table, columns, TableJoins.Answer.of(kind), field);
            case Target.ToRemoteSchema target -> new RemoteJoins(this, relationship, target).target(field);
            case Target.ToAction target -> new ActionJoins(this, relationship, target).target(field);
        };
    }

    private JoinTarget makeAggregate(RemoteRelationship relationship, BoundField field) {
        if (relationship.target() instanceof Target.ToTable(var _, var table, var columns)) {
            return new TableJoins(statements).target(table, columns, TableJoins.Answer.AGGREGATE, field);
        }
        throw new IllegalStateException("only tables have aggregates: " + relationship.field());
    }

    private void count(BoundField field) {
        fields += size(field);
        if (fields > FIELDS_MAX) {
            throw ApiException.validation(
                    field.path(), "the operation selects more than " + FIELDS_MAX + " fields of what it joins");
        }
    }

    /** Without what is joined further on, which comes to be counted itself. */
    private static int size(BoundField field) {
        return 1
                + field.fields().stream()
                        .mapToInt(each -> OutsideKeys.isJoined(each) ? 0 : size(each))
                        .sum();
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
