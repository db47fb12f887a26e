package dev.dovetail.request;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.dovetail.plan.Plan;
import dev.dovetail.plan.Step;
import dev.dovetail.schema.SchemaKey;
import dev.dovetail.snapshot.Snapshot;
import java.util.HashSet;
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

    /** To bind what is heavier takes too long for the event loop, where others would wait for it. */
    private static final int LOOP_WEIGHT_MAX = 50_000;

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
     * @param weight of the plan, about as many bytes
     */
    record Prepared(Plan plan, ObjectNode defaults, Gear gear, int weight) {
        static Prepared of(Plan plan, ObjectNode defaults) {
            var weight = PlanWeight.of(plan);
            return new Prepared(plan, defaults, gear(plan, weight), weight);
        }

        private static Gear gear(Plan plan, int weight) {
            if (!plan.isOneExchange()) {
                return Gear.SECOND;
            }
            if (plan.isOnlyStatements()) {
                return Gear.FIRST;
            }
            return weight <= LOOP_WEIGHT_MAX ? Gear.FIRST_BOUND_ANEW : Gear.SECOND;
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
        return key.text.query.length() + key.shape.length() + prepared.weight();
    }
}
