package dev.dovetail.execute;

import dev.dovetail.json.Json;
import dev.dovetail.plan.JoinTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The objects of an answer that one join fills, and the distinct keys it needs. Keys are compared as text, because one
 * side may hold 1 or a uuid where the other holds "1" or another type's text.
 */
final class JoinKeys {
    /** The most places that the failures of one join name. */
    static final int PLACES_MAX = 100;

    private final JoinTree.Join join;
    private final List<Holder> holders = new ArrayList<>();
    private final List<Tuple> tuples = new ArrayList<>();
    private final Map<List<String>, Integer> known = new LinkedHashMap<>();

    /** @param tuples into {@link #tuples}, null where a key is; one, or one for each element of a list */
    private record Holder(
            ObjectNode object,
            @Nullable Place place,
            @Nullable List<@Nullable Integer> tuples) {}

    /**
     * One distinct combination of keys.
     *
     * @param places of the fields that want it, the first {@link #PLACES_MAX} of them
     */
    record Tuple(List<JsonNode> values, List<String> texts, List<Place> places) {
        /** Of the first field that wants it. */
        Place place() {
            return places.getFirst();
        }
    }

    private JoinKeys(JoinTree.Join join) {
        this.join = join;
    }

    static JoinKeys collect(ObjectNode answer, JoinTree.Join join) {
        var keys = new JoinKeys(join);
        walk(answer, join.path(), null, keys::add);
        return keys;
    }

    JoinTree.Join join() {
        return join;
    }

    List<Tuple> tuples() {
        return tuples;
    }

    /** How many objects share one fetched value, on average. */
    int sharing() {
        return tuples.isEmpty() ? 1 : (holders.size() + tuples.size() - 1) / tuples.size();
    }

    /**
     * Puts the results, in the order of {@link #tuples}, where they belong; the field keeps its place among the keys.
     *
     * @param results null for what could not be fetched
     */
    void stitch(List<@Nullable JsonNode> results) {
        for (var holder : holders) {
            var wanted = holder.tuples();
            holder.object().set(join.key(), wanted == null ? Json.string(null) : value(wanted, results));
        }
    }

    private JsonNode value(List<@Nullable Integer> wanted, List<@Nullable JsonNode> results) {
        return switch (join.spread()) {
            case NONE -> one(wanted.getFirst(), results);
            case EACH -> {
                var list = Json.array();
                wanted.forEach(tuple -> list.add(one(tuple, results)));
                yield list;
            }
            case FLAT -> flat(wanted, results);
        };
    }

    private static JsonNode one(@Nullable Integer tuple, List<@Nullable JsonNode> results) {
        var result = tuple == null ? null : results.get(tuple);
        return result == null ? Json.string(null) : result;
    }

    private static JsonNode flat(List<@Nullable Integer> wanted, List<@Nullable JsonNode> results) {
        var list = Json.array();
        for (var tuple : wanted) {
            var result = tuple == null ? Json.array() : results.get(tuple);
            if (result == null) {
                return Json.string(null);
            }
            result.forEach(list::add);
        }
        return list;
    }

    /** Where the first fields stand that want some of the tuples. */
    static List<Place> placesOf(List<Tuple> some) {
        return some.stream()
                .flatMap(tuple -> tuple.places().stream())
                .distinct()
                .limit(PLACES_MAX)
                .toList();
    }

    private Place place(@Nullable Place object, int element) {
        var field = new Place(object, join.key());
        return join.spread() == JoinTree.Spread.EACH ? new Place(field, element) : field;
    }

    private void add(ObjectNode object, @Nullable Place place) {
        var values = new ArrayList<JsonNode>();
        for (var key : join.keys()) {
            // An object without the hidden key is of another type (of a union): the join is not about it.
            if (!object.has(key.hidden())) {
                return;
            }
            values.add(dig(object.path(key.hidden()), key.within()));
        }
        holders.add(new Holder(object, place, wanted(values, place)));
    }

    private @Nullable List<@Nullable Integer> wanted(List<JsonNode> values, @Nullable Place place) {
        var list = join.spread() == JoinTree.Spread.NONE ? -1 : indexOfList(values);
        if (list < 0) {
            var tuple = tuple(values, place, 0);
            return tuple == null ? null : List.of(tuple);
        }
        var all = new ArrayList<@Nullable Integer>();
        var elements = values.get(list);
        for (var i = 0; i < elements.size(); i++) {
            var one = new ArrayList<>(values);
            one.set(list, elements.get(i));
            all.add(tuple(one, place, i));
        }
        return Collections.unmodifiableList(all);
    }

    private static int indexOfList(List<JsonNode> values) {
        for (var i = 0; i < values.size(); i++) {
            if (values.get(i).isArray()) {
                return i;
            }
        }
        return -1;
    }

    private @Nullable Integer tuple(List<JsonNode> values, @Nullable Place object, int element) {
        var texts = new ArrayList<String>();
        for (var value : values) {
            var text = JsonText.of(value);
            if (text == null) {
                return null;
            }
            texts.add(text);
        }
        var index = known.computeIfAbsent(texts, _ -> {
            tuples.add(new Tuple(List.copyOf(values), texts, new ArrayList<>(1)));
            return tuples.size() - 1;
        });
        var places = tuples.get(index).places();
        if (places.size() < PLACES_MAX) {
            places.add(place(object, element));
        }
        return index;
    }

    /** What stands under the names; of a list, the list of what stands so in its elements. */
    private static JsonNode dig(JsonNode value, List<String> names) {
        if (names.isEmpty()) {
            return value;
        }
        if (value.isArray()) {
            var list = Json.array();
            value.forEach(each -> list.add(dig(each, names)));
            return list;
        }
        return dig(value.path(names.getFirst()), names.subList(1, names.size()));
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
