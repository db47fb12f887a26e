package dev.dovetail.planner;

import dev.dovetail.model.RemoteRelationship;
import dev.dovetail.plan.JoinTarget;
import dev.dovetail.plan.JoinTree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the joins of one answer while it is planned. */
final class Joins {
    private final List<JoinTree.Join> joins = new ArrayList<>();
    private final Set<JoinTree.Hidden> hidden = new LinkedHashSet<>();

    /** A response key for a join's value that no client can ask for, where we write the answer ourselves. */
    static String hiddenKey(String name) {
        return "." + name;
    }

    /** @param keys those of the relationship, in its order */
    void add(
            List<String> path,
            String key,
            List<JoinTree.Key> keys,
            RemoteRelationship relationship,
            JoinTarget target) {
        joins.add(new JoinTree.Join(path, key, keys, spread(relationship), target, relationship.partial()));
        keys.forEach(each -> hidden.add(new JoinTree.Hidden(path, each.hidden())));
    }

    private static JoinTree.Spread spread(RemoteRelationship relationship) {
        if (!relationship.spreads()) {
            return JoinTree.Spread.NONE;
        }
        return relationship.target().leadsToMany() ? JoinTree.Spread.FLAT : JoinTree.Spread.EACH;
    }

    int size() {
        return joins.size();
    }

    JoinTree tree() {
        return joins.isEmpty() ? JoinTree.NONE : new JoinTree(joins, List.copyOf(hidden));
    }

    static List<String> within(List<String> path, String key) {
        var deeper = new ArrayList<>(path);
        deeper.add(key);
        return List.copyOf(deeper);
    }
}
