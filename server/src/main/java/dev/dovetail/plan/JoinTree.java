package dev.dovetail.plan;

import java.util.List;

/**
 * The joins of an answer, beside it. The answer holds a placeholder where a join's result belongs, and the join's keys
 * under hidden response keys, which are removed at the end.
 *
 * @param hidden all hidden response keys; no client can ask for one
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
     * @param keys where the join's values stand; a null in any gives a null field
     * @param partial whether a failure gives a null field and an error beside the answer, instead of no answer
     */
    public record Join(
            List<String> path, String key, List<Key> keys, Spread spread, JoinTarget target, boolean partial) {
        public Join {
            path = List.copyOf(path);
            keys = List.copyOf(keys);
        }

        /** Of one value for each object, whose failure fails the request. */
        public Join(List<String> path, String key, List<String> keys, JoinTarget target) {
            this(path, key, keys.stream().map(Key::of).toList(), Spread.NONE, target, false);
        }
    }

    /**
     * One of a join's values.
     *
     * @param hidden the response key
     * @param within names of fields from there to the value; lists on the way give a list
     */
    public record Key(String hidden, List<String> within) {
        public Key {
            within = List.copyOf(within);
        }

        static Key of(String hidden) {
            return new Key(hidden, List.of());
        }

        @Override
        public String toString() {
            return within.isEmpty() ? hidden : hidden + "." + String.join(".", within);
        }
    }

    /** What becomes of a value that is a list. */
    public enum Spread {
        /** It is one key as any. */
        NONE,
        /** Each element is a key, and the field the list of what they lead to; null where one leads nowhere. */
        EACH,
        /** Each element is a key that leads to a list, and the field all of these one after the other. */
        FLAT
    }

    /** @param path as a join's */
    public record Hidden(List<String> path, String key) {
        public Hidden {
            path = List.copyOf(path);
        }
    }
}
