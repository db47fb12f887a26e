package dev.dovetail.plan;

import java.util.List;

/**
 * The joins of an answer, beside it. The answer holds null where a join's result belongs, and the join's keys under
 * hidden response keys, which are removed at the end.
 *
 * @param hidden all hidden response keys; they start with a dot, which no GraphQL name can
 */
public record JoinTree(List<Join> joins, List<Hidden> hidden) {
    public static final JoinTree NONE = new JoinTree(List.of(), List.of());

    public JoinTree {
        joins = List.copyOf(joins);
        hidden = List.copyOf(hidden);
    }

    public boolean isEmpty() {
        return joins.isEmpty();
    }

    /**
     * One join.
     *
     * @param path response keys from the step's answer (an object with the step's keys) to the objects that hold the
     *     field; lists on the way are walked through
     * @param key the response key of the field
     * @param keys the hidden response keys with the join's values; a null in any gives a null field
     */
    public record Join(List<String> path, String key, List<String> keys, JoinTarget target) {
        public Join {
            path = List.copyOf(path);
            keys = List.copyOf(keys);
        }
    }

    /** @param path as a join's */
    public record Hidden(List<String> path, String key) {
        public Hidden {
            path = List.copyOf(path);
        }
    }
}
