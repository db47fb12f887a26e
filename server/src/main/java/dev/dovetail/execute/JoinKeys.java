package dev.dovetail.execute;

import dev.dovetail.plan.JoinTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The objects of an answer that one join fills, and the distinct keys it needs. Keys are compared as text, because one
 * side may hold 1 or a uuid where the other holds "1" or another type's text.
 */
final class JoinKeys {
    private static final int NO_KEY = -1;
    private final JoinTree.Join join;
    private final List<Holder> holders = new ArrayList<>();
    private final List<Tuple> tuples = new ArrayList<>();

    /** @param tuple into {@link #tuples}, or {@link #NO_KEY} when a key is null */
    private record Holder(ObjectNode object, int tuple) {}

    /**
     * One distinct combination of keys.
     *
     * @param place of the first field that wants it
     */
    record Tuple(List<JsonNode> values, List<String> texts, Place place) {}

    private JoinKeys(JoinTree.Join join) {
        this.join = join;
    }

    static JoinKeys collect(ObjectNode answer, JoinTree.Join join) {
        var keys = new JoinKeys(join);
        var known = new LinkedHashMap<List<String>, Integer>();
        walk(answer, join.path(), null, (holder, place) -> keys.add(holder, place, known));
        return keys;
    }

    JoinTree.Join join() {
        return join;
    }

    List<Tuple> tuples() {
        return tuples;
    }

    /**
     * Puts the results, in the order of {@link #tuples}, where they belong; the field keeps its place among the keys.
     */
    void stitch(List<JsonNode> results) {
        for (var holder : holders) {
            if (holder.tuple() == NO_KEY) {
                holder.object().putNull(join.key());
            } else {
                holder.object().set(join.key(), results.get(holder.tuple()));
            }
        }
    }

    private void add(ObjectNode object, @Nullable Place place, LinkedHashMap<List<String>, Integer> known) {
        var texts = new ArrayList<String>();
        var values = new ArrayList<JsonNode>();
        for (var key : join.keys()) {
            var value = object.path(key);
            var text = JsonText.of(value);
            if (text == null) {
                addWithoutKey(object, value);
                return;
            }
            texts.add(text);
            values.add(value);
        }
        var tuple = known.computeIfAbsent(texts, _ -> {
            tuples.add(new Tuple(values, texts, new Place(place, join.key())));
            return tuples.size() - 1;
        });
        holders.add(new Holder(object, tuple));
    }

    /**
     * An object that has neither the key nor the field is of another type (an interface's): the join is not about it.
     */
    private void addWithoutKey(ObjectNode object, JsonNode value) {
        if (!value.isMissingNode() || object.has(join.key())) {
            holders.add(new Holder(object, NO_KEY));
        }
    }

    /** Visits the objects at the end of a path of response keys; lists on the way are walked through. */
    static void walk(
            @Nullable JsonNode node,
            List<String> path,
            @Nullable Place place,
            BiConsumer<ObjectNode, @Nullable Place> visit) {
        if (node != null && node.isArray()) {
            for (var i = 0; i < node.size(); i++) {
                walk(node.get(i), path, new Place(place, i), visit);
            }
        } else if (node instanceof ObjectNode object) {
            if (path.isEmpty()) {
                visit.accept(object, place);
            } else {
                var key = path.getFirst();
                walk(object.get(key), path.subList(1, path.size()), new Place(place, key), visit);
            }
        }
    }
}
