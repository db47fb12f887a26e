package dev.dovetail.request;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.dovetail.plan.InsertLevel;
import dev.dovetail.plan.Plan;
import dev.dovetail.plan.SqlCall;
import dev.dovetail.plan.Step;
import dev.dovetail.schema.SchemaKey;
import dev.dovetail.snapshot.Snapshot;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Plans of one snapshot by what decides them: who asks, the text, and the shape of the variables. Bounded by the weight
 * of its texts; the cache's own admission keeps out what is asked for once.
 */
final class PlanCache {
    private static final int ENTRY_BYTES = 500;

    private final Snapshot snapshot;
    private final Cache<Text, Set<String>> enums;
    private final Cache<Key, Prepared> plans;

    PlanCache(Snapshot snapshot, long bytesMax) {
        this.snapshot = snapshot;
        this.enums = Caffeine.newBuilder()
                .maximumWeight(bytesMax / 4)
                .<Text, Set<String>>weigher((text, _) -> ENTRY_BYTES + text.query.length())
                .executor(Runnable::run)
                .build();
        this.plans = Caffeine.newBuilder()
                .maximumWeight(bytesMax)
                .<Key, Prepared>weigher((key, prepared) -> weight(key, prepared))
                .executor(Runnable::run)
                .build();
    }

    /** No record: those compare by reflection of a kind, and this is asked for with each request. */
    private static final class Text {
        private final SchemaKey schema;
        private final String query;
        private final @Nullable String operationName;
        private final int hash;

        Text(SchemaKey schema, RequestBody request) {
            this.schema = schema;
            this.query = request.query();
            this.operationName = request.operationName();
            this.hash = 31 * query.hashCode() + schema.role().value().hashCode();
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Text text
                    && hash == text.hash
                    && query.equals(text.query)
                    && schema.backendOnly() == text.schema.backendOnly()
                    && schema.role().value().equals(text.schema.role().value())
                    && Objects.equals(operationName, text.operationName);
        }
    }

    /** As {@link Text}, and the shape of the variables. */
    private static final class Key {
        private final Text text;
        private final String shape;

        Key(Text text, String shape) {
            this.text = text;
            this.shape = shape;
        }

        @Override
        public int hashCode() {
            return 31 * text.hash + shape.hashCode();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && shape.equals(key.shape) && text.equals(key.text);
        }
    }

    /**
     * @param defaults values of variables that the operation itself gives
     * @param gear looked at with each request, so found out once
     */
    record Prepared(Plan plan, ObjectNode defaults, Gear gear) {
        static Prepared of(Plan plan, ObjectNode defaults) {
            if (!plan.isOneExchange()) {
                return new Prepared(plan, defaults, Gear.SECOND);
            }
            return new Prepared(plan, defaults, plan.isOnlyStatements() ? Gear.FIRST : Gear.FIRST_BOUND_ANEW);
        }
    }

    /** Where a plan runs: on the event loop, or on a thread of its own. */
    enum Gear {
        FIRST,
        /** What comes in variables must be bound before, since nobody else checks it. */
        FIRST_BOUND_ANEW,
        SECOND
    }

    Snapshot snapshot() {
        return snapshot;
    }

    @Nullable
    Prepared find(SchemaKey schema, RequestBody request) {
        var text = new Text(schema, request);
        var known = enums.getIfPresent(text);
        if (known == null) {
            return null;
        }
        var shape = VariableShape.of(request.variables(), known);
        return shape == null ? null : plans.getIfPresent(new Key(text, shape));
    }

    /** @param enumVariables those whose value decides the plan, as far as this request's binding has seen */
    void put(SchemaKey schema, RequestBody request, Set<String> enumVariables, Prepared prepared) {
        if (!isShared(prepared.plan(), request)) {
            return;
        }
        var text = new Text(schema, request);
        var all = new HashSet<>(enumVariables);
        var known = enums.getIfPresent(text);
        if (known != null) {
            all.addAll(known);
        }
        enums.put(text, all);
        var shape = VariableShape.of(request.variables(), all);
        if (shape != null) {
            plans.put(new Key(text, shape), prepared);
        }
    }

    /** The answer to an introspection is part of the plan, whatever its variables were. */
    private static boolean isShared(Plan plan, RequestBody request) {
        return request.variables().isEmpty() || plan.flatSteps().stream().noneMatch(Step.Constant.class::isInstance);
    }

    private static int weight(Key key, Prepared prepared) {
        var weight = ENTRY_BYTES + key.text.query.length() + key.shape.length();
        for (var step : prepared.plan().flatSteps()) {
            weight += switch (step) {
                case Step.SqlQuery query -> query.call().sql().length();
                case Step.SqlMutation mutation -> length(mutation.calls());
                case Step.SqlMutations several ->
                    several.parts().stream().mapToInt(PlanCache::length).sum();
                case Step.NestedInsert insert -> weight(insert);
                case Step.ActionCall _,
                        Step.ActionSubmission _,
                        Step.ActionReport _,
                        Step.RemoteCall _,
                        Step.Constant _,
                        Step.Namespaced _ -> ENTRY_BYTES;
            };
        }
        return weight;
    }

    private static int weight(Step.NestedInsert insert) {
        return insert.answer().sql().length() + weight(insert.level()) + weight(insert.rows());
    }

    private static int weight(InsertLevel level) {
        var weight = 0;
        for (var form : level.forms()) {
            weight += form.call().sql().length();
        }
        for (var link : level.links()) {
            weight += weight(link.level());
        }
        return weight;
    }

    private static int weight(List<InsertLevel.Row> rows) {
        var weight = 0;
        for (var row : rows) {
            weight += ENTRY_BYTES;
            for (var list : row.related().values()) {
                weight += weight(list);
            }
        }
        return weight;
    }

    private static int length(List<SqlCall> calls) {
        return calls.stream().mapToInt(call -> call.sql().length()).sum();
    }
}
